package org.tallystick.control;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.tallystick.control.WorkingPaper.Line;
import org.tallystick.platform.Csv;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Row;
import org.tallystick.platform.TaggedPdf;
import org.tallystick.platform.Words;

/** Working papers as files. */
final class WorkingPapers {

    private static final List<String> HEADER =
            List.of("What", "About", "Events", "Amount in pounds", "Key", "Auditor's result");

    private final TaggedPdf pdf;
    private final Words words;

    WorkingPapers(TaggedPdf pdf, Words words) {
        this.pdf = pdf;
        this.words = words;
    }

    /** The facts first, a line each; then what was found, with a column for the auditor, who may have spoken. */
    void csv(WorkingPaper paper, HttpServletResponse response) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Row fact : paper.facts()) {
            rows.add(List.of(fact.key(), fact.value()));
        }
        rows.add(List.of());
        rows.add(HEADER);
        for (Line line : paper.lines()) {
            rows.add(List.of(
                    line.what(),
                    line.about(),
                    line.events(),
                    Csv.pounds(line.amountPence()),
                    line.key(),
                    line.explained().words()));
        }
        Csv.write(
                response,
                paper.name() + ".csv",
                List.of("Working paper", paper.title()),
                _ -> new Paged<>(rows, rows.size(), 1, Math.max(1, rows.size())),
                row -> row);
    }

    ResponseEntity<byte[]> pdf(WorkingPaper paper) {
        return TaggedPdf.file(
                paper.name() + ".pdf", pdf.of("control/paper-pdf", Map.of("paper", paper, "words", words)));
    }
}
