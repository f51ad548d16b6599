package org.tallystick.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.control.ControlCommand.ExplainException;
import org.tallystick.control.ControlCommand.ReopenException;
import org.tallystick.control.ControlQuery.Finding;
import org.tallystick.control.ControlQuery.OneControlTest;
import org.tallystick.platform.Access;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Row;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** An auditor says what explains an exception, or that the explanation does not hold. */
@Page
class ExplanationPages {

    private static final String ADDRESS =
            "/control-tests/{slug:[a-z-]+}/{exceptionId:exception-[0-9a-f-]+}/{act:explain|reopen}";
    private static final String SEEN_BY = "auditors; it stays in the history, under your name";

    private final Sides sides;
    private final Deeds deeds;
    private final Words words;
    private final PersonNames people;

    ExplanationPages(Sides sides, Deeds deeds, Words words, PersonNames people) {
        this.sides = sides;
        this.deeds = deeds;
        this.words = words;
        this.people = people;
    }

    @GetMapping(ADDRESS)
    String show(@PathVariable String slug, @PathVariable String exceptionId, @PathVariable String act, Model model) {
        return deeds.show(deed(slug, exceptionId, act), Form.empty(), model);
    }

    @PostMapping(ADDRESS)
    String send(
            @PathVariable String slug,
            @PathVariable String exceptionId,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        return deeds.send(deed(slug, exceptionId, act), Form.of(sent), model, redirect);
    }

    private Deed deed(String slug, String exceptionId, String act) {
        Access.require(sides.actor(), ExplainException.class);
        ControlTest test = ControlPages.test(slug);
        Finding finding = sides.ask(OneControlTest.standard(test)).findings().stream()
                .filter(one -> ControlCommand.idOf(test, one.key()).equals(exceptionId))
                .findFirst()
                .orElseThrow(() -> Rejection.of(
                        Refusal.NOT_FOUND,
                        "There is no such exception now. Only what the test finds with its standards is explained."));
        return act.equals("explain") ? explain(test, finding) : reopen(test, finding);
    }

    private Deed explain(ControlTest test, Finding finding) {
        return subject(test, finding, "Explain an exception")
                .deed(
                        "Explain an exception",
                        "The exception stays, with your words beside it. It does not count as open any more, until"
                                + " another event comes to it.",
                        List.of(Ask.text(
                                "reason",
                                "What explains it?",
                                "What you looked at and what it showed. Leave out the names of people.")),
                        Deed.Effect.of(
                                "Keep the explanation",
                                "It stands in the history for good. You can explain it again in other words, or open it"
                                        + " again.",
                                SEEN_BY,
                                "The exception is explained."),
                        form -> said(
                                form,
                                "Enter what explains it.",
                                reason -> new ExplainException(test, finding.key(), finding.positions(), reason)));
    }

    private Deed reopen(ControlTest test, Finding finding) {
        return subject(test, finding, "Open an exception again")
                .deed(
                        "Open an exception again",
                        "The explanation does not hold: the exception counts as open.",
                        List.of(Ask.text("reason", "Why does it not hold?", "Leave out the names of people.")),
                        Deed.Effect.warning(
                                "Open it again",
                                "The words are no longer shown beside the exception. They stay in the history.",
                                SEEN_BY,
                                "The exception is open again."),
                        form -> said(
                                form,
                                "Enter why the explanation does not hold.",
                                reason -> new ReopenException(test, finding.key(), reason)));
    }

    private static Optional<? extends Command> said(
            Form form, String missing, java.util.function.Function<String, ControlCommand> command) {
        String reason = form.text("reason", missing);
        return form.hasProblems() ? Optional.empty() : Optional.of(command.apply(reason));
    }

    private Deed.Subject subject(ControlTest test, Finding finding, String title) {
        String page = "/control-tests/" + test.slug();
        List<Row> facts = new ArrayList<>();
        facts.add(Row.of("What was found", finding.sentence()));
        facts.add(
                Row.of("Events", finding.positions().stream().map(words::number).collect(Collectors.joining(", "))));
        Explained said = Explained.of(test, finding, words, people);
        if (!said.words().isEmpty()) {
            facts.add(Row.of("Said of it", said.words()));
        }
        return new Deed.Subject(
                "Control test: " + test.title(),
                facts,
                words.crumbs("Control tests", "/control-tests", test.title(), page, title, ""),
                page);
    }
}
