package org.tallystick.platform;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A template as a PDF with its structure in it, so that screen readers find headings, tables and the language. Its font
 * is called Letter.
 */
public final class TaggedPdf {

    // The one font PDFBox brings; an accessible PDF carries its fonts with it.
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final ITemplateEngine templates;

    /** Of these templates, which must be well-formed. */
    public TaggedPdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** A template filled with these values. */
    public byte[] of(String template, Map<String, Object> values) {
        String page = templates.process(template, new Context(Locale.UK, values));
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFont(TaggedPdf::font, "Letter");
            builder.withHtmlContent(page, null);
            builder.withProducer("Tallystick");
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF that the browser saves. */
    public static ResponseEntity<byte[]> file(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), "PDFBox brings its font");
    }
}
