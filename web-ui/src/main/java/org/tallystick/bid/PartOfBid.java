package org.tallystick.bid;

import java.util.ArrayList;
import java.util.List;
import org.springframework.ui.Model;
import org.tallystick.bid.BidQuery.PartnerView;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Role;
import org.tallystick.platform.Words;

/** A bid as a partner reads it: what it is asked to do, its budget, and whether it agrees. */
class PartOfBid {

    private static final String BUDGET_VERSION = "budgetVersion";

    private final Words words;
    private final PersonNames people;

    PartOfBid(Words words, PersonNames people) {
        this.words = words;
        this.people = people;
    }

    /** The page as it is first shown. */
    String page(BidOfCall read, Model model) {
        Form form = Form.empty();
        read.part().ifPresent(own -> putVersions(form, own));
        return page(read, form, model);
    }

    /** The page; only where the reader is of a partner. */
    String page(BidOfCall read, Form form, Model model) {
        PartnerView own = read.part().orElseThrow();
        boolean writes = read.isWritten(words);
        read.show(model, BidWords.title(read.summary()), words);
        model.addAttribute("crumbs", words.crumbs("Bids", "/bids", BidWords.title(read.summary()), ""));
        model.addAttribute("state", BidWords.state(read.summary().state()));
        model.addAttribute("form", PartSaving.withKey(form));
        model.addAttribute("own", own);
        model.addAttribute("agreed", own.state() == PartnerState.AGREED);
        model.addAttribute("writes", writes);
        model.addAttribute("over", BidWords.isOver(read.summary(), words));
        model.addAttribute("lead", read.actor().role() == Role.APPLICANT_LEAD);
        model.addAttribute("missing", missing(read, own));
        model.addAttribute("saved", BidWords.saved(own.budget().saved(), people, words));
        model.addAttribute("statement", Certification.OF_PARTNER);
        model.addAttribute("texts", writes && own.sight().writesText() ? texts(read) : List.of());
        model.addAttribute("seesAll", read.seesAll());
        ShownBid.of(read, words).show(model);
        return "bid/part";
    }

    /** What stands in the way of its consent. */
    private static List<String> missing(BidOfCall read, PartnerView own) {
        return read.bid().tasks().stream()
                .filter(task ->
                        task.part() == BidPart.PARTNER && own.organisationId().equals(task.question()))
                .flatMap(task -> task.missing().stream())
                .filter(sentence -> !sentence.equals(BidTask.notAgreed(own.name())))
                .toList();
    }

    /** What it may write beside its budget. */
    private static List<Link> texts(BidOfCall read) {
        List<Link> texts = new ArrayList<>();
        texts.add(new Link("The project in short", read.home() + "/project"));
        int number = 0;
        for (BidQuery.QuestionView question : read.bid().questions()) {
            if (question.mostWords() > 0) {
                number++;
                texts.add(new Link(question.question(), read.home() + "/questions/" + number));
            }
        }
        return texts;
    }

    /** Has a form say which versions of the part and of the budget were read. */
    static void putVersions(Form form, PartnerView own) {
        form.putReadVersion(own.version())
                .put(BUDGET_VERSION, String.valueOf(own.budget().saved().version()));
    }

    /** The version of the budget that was read. */
    static int budgetVersion(Form form) {
        String version = form.value(BUDGET_VERSION);
        return version.matches("\\d{1,8}") ? Integer.parseInt(version) : 0;
    }
}
