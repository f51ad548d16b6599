package org.tallystick.award;

import java.util.Map;
import org.tallystick.award.AgreementPages.Letter;
import org.tallystick.platform.TaggedPdf;
import org.tallystick.platform.Words;
import org.thymeleaf.ITemplateEngine;

/** The letter as a PDF. The same letter gives the same words as its page: both are made of one fragment. */
final class LetterPdf {

    private final TaggedPdf pdf;

    LetterPdf(ITemplateEngine templates) {
        this.pdf = new TaggedPdf(templates);
    }

    byte[] of(Letter letter, Words words) {
        return pdf.of("award/letter-pdf", Map.of("letter", letter, "words", words));
    }
}
