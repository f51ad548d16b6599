package org.tallystick.award;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.tallystick.award.AgreementPages.Letter;
import org.tallystick.platform.Words;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The letter as a PDF with its structure in it, so that screen readers find headings, tables and the language. The same
 * letter gives the same words as its page: both are made of one fragment.
 */
final class LetterPdf {

    // The one font PDFBox brings; an accessible PDF carries its fonts with it.
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final ITemplateEngine templates;

    LetterPdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    byte[] of(Letter letter, Words words) {
        String page =
                templates.process("award/letter-pdf", new Context(Locale.UK, Map.of("letter", letter, "words", words)));
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFont(LetterPdf::font, "Letter");
            builder.withHtmlContent(page, null);
            builder.withProducer("Tallystick");
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), "PDFBox brings its font");
    }
}
