package org.tallystick.bid;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.call.EffortFigures;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Page;
import org.tallystick.platform.Row;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** The pages on which something is done to a bid with one button. */
@Page
class BidDeeds {

    private static final String INSIDE = "people of your organisation, and auditors";

    private final Sides sides;
    private final Deeds deeds;
    private final Words words;

    BidDeeds(Sides sides, Deeds deeds, Words words) {
        this.sides = sides;
        this.deeds = deeds;
        this.words = words;
    }

    @GetMapping("/bids/{bidId}/{act:reopen|withdraw|hours}")
    String show(@PathVariable String bidId, @PathVariable String act, Model model) {
        BidOfCall read = BidOfCall.read(sides, bidId, 0);
        Integer hours = read.bid().hoursReported();
        return deeds.show(
                deed(read, act), hours == null ? Form.empty() : Form.empty().put("hours", hours.toString()), model);
    }

    @PostMapping("/bids/{bidId}/{act:reopen|withdraw|hours}")
    String send(
            @PathVariable String bidId,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            RedirectAttributes redirect) {
        return deeds.send(deed(BidOfCall.read(sides, bidId, 0), act), Form.of(sent), model, redirect);
    }

    private Deed deed(BidOfCall read, String key) {
        return switch (BidAct.required(key, read, words)) {
            case REOPEN -> reopen(read);
            case WITHDRAW -> withdraw(read);
            case HOURS -> hours(read);
        };
    }

    private Deed reopen(BidOfCall read) {
        boolean sent = read.summary().state() == BidState.SUBMITTED;
        return subject(read, BidAct.REOPEN)
                .deed(
                        BidAct.REOPEN.label(),
                        "You can then change any part of it, until the call closes.",
                        List.of(),
                        Effect.of(
                                "Reopen the bid",
                                (sent ? "From now on it does not count as sent. " : "")
                                        + "If it is not sent again before the call closes, "
                                        + read.summary().callTitle() + " is decided without it.",
                                INSIDE,
                                "The bid is open again. Remember to send it."),
                        form -> Optional.of(
                                new BidCommand.ReopenBid(read.summary().bidId())));
    }

    private Deed withdraw(BidOfCall read) {
        boolean sent = read.summary().state() == BidState.SUBMITTED;
        return subject(read, BidAct.WITHDRAW)
                .deed(
                        BidAct.WITHDRAW.label(),
                        "",
                        List.of(Ask.reason("For your own history, such as: we found the money elsewhere.")),
                        Effect.warning(
                                "Withdraw the bid",
                                (sent ? "The funder does not decide about it. " : "")
                                        + "All that was written is kept. Until the call closes you can reopen it.",
                                INSIDE,
                                "The bid is withdrawn. What was written is kept."),
                        form -> {
                            String why = form.text("reason", "Say why.");
                            return form.hasProblems()
                                    ? Optional.empty()
                                    : Optional.of(new BidCommand.WithdrawBid(
                                            read.summary().bidId(), why));
                        });
    }

    private Deed hours(BidOfCall read) {
        return subject(read, BidAct.HOURS)
                .deed(
                        "How long did the bid take?",
                        "Nobody has to say. It helps to keep calls short: the figures of the call show what half of its"
                                + " bids took, once at least " + EffortFigures.LEAST + " organisations have said so.",
                        List.of(Ask.line(
                                "hours",
                                "Hours, all people together",
                                "A whole number such as 12; your best guess is good enough.")),
                        Effect.of(
                                "Say how long it took",
                                "You can put it right until all applicants are told what was decided.",
                                INSIDE + ". Nobody who assesses or decides about your bid",
                                "Thank you. It counts in the figures of the call."),
                        form -> wholeHours(form)
                                .map(hours -> new BidCommand.ReportHours(
                                        read.summary().bidId(), hours)));
    }

    private static Optional<Integer> wholeHours(Form form) {
        String typed = form.optionalText("hours").toLowerCase(Locale.UK).replaceAll("\\s*(hours?|h)$", "");
        int hours = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
        if (hours < 1 || hours > BidCommand.MOST_HOURS) {
            form.refuse("hours", "Enter the hours as a whole number from 1 to 1,000, such as 12.");
            return Optional.empty();
        }
        return Optional.of(hours);
    }

    private Deed.Subject subject(BidOfCall read, BidAct act) {
        BidSummary summary = read.summary();
        return new Deed.Subject(
                "Bid: " + BidWords.title(summary),
                List.of(
                        Row.of("Call", summary.callTitle()),
                        Row.of("Asked for", MoneyText.say(summary.askedPence())),
                        Row.of(
                                "The call",
                                BidWords.isOver(summary, words)
                                        ? "closed " + words.dateTime(summary.closesAt())
                                        : "closes " + words.closes(summary.closesAt()) + ", "
                                                + words.dateTime(summary.closesAt()))),
                List.of(
                        new Link("Home", "/"),
                        new Link("Bids", "/bids"),
                        new Link(BidWords.title(summary), read.home()),
                        new Link(act.label(), "")),
                read.home());
    }
}
