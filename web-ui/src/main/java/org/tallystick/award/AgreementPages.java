package org.tallystick.award;

import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.award.AwardQuery.AgreementView;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.thymeleaf.ITemplateEngine;

/** The agreement of an award as a letter: to read, to print, and to take away as a tagged PDF. */
@Page
class AgreementPages {

    private final Sides sides;
    private final Words words;
    private final PersonNames people;
    private final LetterPdf pdf;

    AgreementPages(Sides sides, Words words, PersonNames people, ITemplateEngine templates) {
        this.sides = sides;
        this.words = words;
        this.people = people;
        this.pdf = new LetterPdf(templates);
    }

    /** A payment with how it is paid. */
    record Line(PaymentView payment, String basis) {}

    /** What the letter says beside the agreement itself; shares where several organisations do the work. */
    record Letter(
            AgreementView agreement,
            List<AwardShare> shares,
            List<Line> lines,
            String reports,
            String place,
            String funderPlace,
            String offeredBy,
            String signedBy) {}

    @GetMapping("/awards/{awardId}/agreement")
    String letter(
            @PathVariable String awardId,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        Letter letter = letter(awardId, version, after);
        AgreementView agreement = letter.agreement();
        model.addAttribute("letter", letter);
        model.addAttribute("state", AwardWords.state(agreement.state()));
        model.addAttribute(
                "others",
                java.util.stream.IntStream.rangeClosed(1, agreement.versions())
                        .filter(one -> one != agreement.version())
                        .boxed()
                        .toList());
        model.addAttribute(
                "maySign",
                agreement.state() == AgreementState.OFFERED
                        && sides.may(AwardCommand.SignAgreement.class)
                        && sides.actor().actsFor(agreement.award().recipient()));
        return "award/agreement";
    }

    @GetMapping("/awards/{awardId}/agreement.pdf")
    ResponseEntity<byte[]> file(@PathVariable String awardId, @RequestParam(defaultValue = "0") int version) {
        Letter letter = letter(awardId, version, 0);
        String name = "agreement-" + awardId + "-version-" + letter.agreement().version() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(pdf.of(letter, words));
    }

    private Letter letter(String awardId, int version, long after) {
        AgreementView agreement = sides.ask(new AwardQuery.Agreement(awardId, version > 0 ? version : null), after);
        var recipient = sides.ask(new OneOrganisation(agreement.award().recipient()));
        var funder = sides.ask(new OneOrganisation(agreement.award().funder()));
        return new Letter(
                agreement,
                sides.ask(new AwardQuery.OneAward(awardId), after).shares(),
                agreement.payments().stream()
                        .map(payment -> new Line(payment, LetterRows.basis(agreement.terms(), payment.instalment())))
                        .toList(),
                LetterRows.reports(agreement, words),
                recipient.summary().place(),
                funder.summary().place(),
                name(agreement.offeredBy(), "a commissioner or governor"),
                name(agreement.signedBy(), "a lead"));
    }

    private String name(@org.jspecify.annotations.Nullable String personId, String otherwise) {
        return personId == null || personId.isEmpty() ? otherwise : people.inShort(personId);
    }
}
