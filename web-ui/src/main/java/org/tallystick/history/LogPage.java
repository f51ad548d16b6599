package org.tallystick.history;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.history.HistoryQuery.AuditPackOf;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.platform.Access;
import org.tallystick.platform.Page;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** The state of the log, and what an auditor takes away from it: proofs, checkpoints, and the audit pack. */
@Page
class LogPage {

    private static final int CHECKPOINTS = 10;
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain; charset=utf-8");

    private final Sides sides;
    private final Words words;

    LogPage(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @GetMapping("/log")
    String log(Model model) {
        if (!sides.may(HistoryQuery.LogState.class)) {
            return "history/not-open";
        }
        model.addAttribute("log", sides.ask(new HistoryQuery.LogState()));
        model.addAttribute("checkpoints", sides.ask(new HistoryQuery.Checkpoints(1, CHECKPOINTS)));
        var verified = sides.ask(new VerificationQuery.Verifications(1, CHECKPOINTS));
        model.addAttribute(
                "verified",
                VerificationWords.of(verified.items().stream().findFirst().orElse(null), words));
        model.addAttribute(
                "verifications",
                verified.items().stream()
                        .map(one -> VerificationWords.line(one, words))
                        .toList());
        model.addAttribute("verificationsInAll", verified.total());
        return "history/log";
    }

    /** The proof that an event is in the log, as a file that others' programs read. */
    @GetMapping("/events/{position:\\d{1,18}}/proof")
    ResponseEntity<String> proof(@PathVariable long position) {
        return file(
                "event-" + position + ".tlog-proof",
                sides.ask(new HistoryQuery.InclusionOf(position, 0)).text());
    }

    /** The newest checkpoint, for whoever keeps it to compare with later. */
    @GetMapping("/log/newest")
    ResponseEntity<String> newest() {
        CheckpointView checkpoint =
                sides.ask(new HistoryQuery.LogState()).signing().checkpoint();
        if (checkpoint == null) {
            throw Rejection.of(Refusal.NOT_YET, "No checkpoint of the log is published yet.");
        }
        return file("checkpoint-" + checkpoint.size() + ".txt", checkpoint.note());
    }

    /** Everything, or what concerns one fund. */
    @GetMapping("/log/audit-pack")
    void pack(@RequestParam(required = false) String fund, HttpServletResponse response) throws IOException {
        AuditPackOf pack = new AuditPackOf(null, fund == null || fund.isBlank() ? null : fund);
        Access.require(sides.actor(), AuditPackOf.class);
        response.setContentType(pack.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(pack.fileName()));
        try {
            sides.write(pack, 0, response.getOutputStream());
        } catch (Rejection rejection) {
            response.reset();
            throw rejection;
        }
    }

    private static ResponseEntity<String> file(String name, String text) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(text);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
