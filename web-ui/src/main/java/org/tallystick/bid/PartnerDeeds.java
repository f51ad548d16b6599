package org.tallystick.bid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tallystick.bid.BidQuery.PartnerView;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.Link;
import org.tallystick.platform.Option;
import org.tallystick.platform.Row;
import org.tallystick.platform.Sides;
import org.tallystick.registry.NamedOrganisation;

/** What a lead does with its partners, and a partner with its own part: each with one button. */
record PartnerDeeds(Sides sides, BidOfCall read) {

    private static final Ask WORK =
            Ask.text("work", "What it will do", "It agrees to these words, and the funder reads them.");

    /** Asks an organisation to take part. */
    Deed add() {
        return subject("Ask a partner", "/partners")
                .deed(
                        "Ask an organisation to be your partner",
                        "It has its own part of the work and of the budget. It writes that budget itself and agrees to its part;"
                                + " until then the bid cannot be sent. Your organisation leads, sends the bid, and gets the award.",
                        List.of(
                                Ask.line(
                                        "partner",
                                        "Which organisation",
                                        "Its name or its number, such as GB-CHC-1090095. It has to be registered here."),
                                WORK,
                                sight()),
                        Effect.of(
                                "Ask it to be our partner",
                                "It finds your request on its first page, and can say no. From now on it sees what you chose.",
                                seenBy(),
                                "It is asked. You see here when it has agreed."),
                        this::invitation);
    }

    private Optional<BidCommand> invitation(Form form) {
        Optional<String> partner =
                NamedOrganisation.read(sides, form, "partner", "Enter the organisation that is to be your partner.");
        String work = form.text("work", "Say what it will do.");
        Optional<PartnerSight> sight = sightOf(form);
        return partner.isEmpty() || sight.isEmpty() || form.hasProblems()
                ? Optional.empty()
                : Optional.of(new BidCommand.InvitePartner(bidId(), partner.get(), work, sight.get()));
    }

    /** Changes its part, or what it sees. */
    Deed change(PartnerView partner) {
        return subject("Change " + partner.name(), "/partners")
                .with(List.of(Row.of("Partner", partner.name())))
                .deed(
                        "Change the part of " + partner.name(),
                        "",
                        List.of(WORK, sight()),
                        Effect.of(
                                "Save the change",
                                "If you change what it will do, it has to agree again.",
                                seenBy(),
                                "The part is changed."),
                        form -> {
                            String work = form.text("work", "Say what it will do.");
                            Optional<PartnerSight> sight = sightOf(form);
                            return sight.isEmpty() || form.hasProblems()
                                    ? Optional.empty()
                                    : Optional.of(new BidCommand.ChangePartner(
                                            bidId(), partner.organisationId(), form.readVersion(), work, sight.get()));
                        });
    }

    /** The form of a change, as the part is now. */
    static Form filled(PartnerView partner) {
        return Form.empty()
                .put("work", partner.work())
                .put("sight", partner.sight().name())
                .putReadVersion(partner.version());
    }

    /** Goes on without it. */
    Deed remove(PartnerView partner) {
        return subject("Take out " + partner.name(), "/partners")
                .with(PartnerLine.costs(partner))
                .deed(
                        "Go on without " + partner.name(),
                        "",
                        List.of(Ask.reason("It reads this, such as: we could not agree about the dates.")),
                        Effect.warning(
                                "Take " + partner.name() + " out of the bid",
                                "Its part and its budget are no longer in the bid, and its people see nothing of it any more.",
                                seenBy(),
                                partner.name() + " is no longer a partner in this bid."),
                        form -> {
                            String why = form.text("reason", "Say why.");
                            return form.hasProblems()
                                    ? Optional.empty()
                                    : Optional.of(new BidCommand.RemovePartner(bidId(), partner.organisationId(), why));
                        });
    }

    /** Takes the reader's organisation out. */
    Deed leave(PartnerView own) {
        boolean agreed = own.state() == PartnerState.AGREED;
        return leadingTo("/bids", subject(agreed ? "Leave the bid" : "Say no", ""))
                .with(PartnerLine.costs(own))
                .deed(
                        agreed ? "Leave this bid" : "Say no to this bid",
                        "",
                        List.of(Ask.reason("The lead reads this, such as: we have no worker free in that year.")),
                        Effect.warning(
                                agreed ? "Leave the bid" : "Say no",
                                "Your part and your budget are taken out of the bid, and you see nothing of it any more. "
                                        + read.summary().applicantName() + " can ask you again.",
                                seenBy(),
                                "You are no longer a partner in that bid."),
                        form -> {
                            String why = form.text("reason", "Say why.");
                            return form.hasProblems()
                                    ? Optional.empty()
                                    : Optional.of(new BidCommand.LeaveBid(bidId(), own.organisationId(), why));
                        });
    }

    private static Ask sight() {
        return Ask.radios(
                "sight",
                "What its people see and write",
                "They always write its own budget, and nobody else's.",
                Arrays.stream(PartnerSight.values())
                        .map(sight -> Option.of(sight.name(), PartnerLine.capital(sight.words())))
                        .toList());
    }

    private static Optional<PartnerSight> sightOf(Form form) {
        Optional<PartnerSight> chosen = Arrays.stream(PartnerSight.values())
                .filter(sight -> sight.name().equals(form.value("sight")))
                .findFirst();
        if (chosen.isEmpty()) {
            form.refuse("sight", "Choose what its people see and write.");
        }
        return chosen;
    }

    private String seenBy() {
        return "people of your organisation and of those you make the bid with, and auditors; once the call has closed"
                + " the funder reads what each does";
    }

    private String bidId() {
        return read.summary().bidId();
    }

    private static Deed.Subject leadingTo(String address, Deed.Subject subject) {
        return new Deed.Subject(subject.about(), subject.facts(), subject.crumbs(), address);
    }

    private Deed.Subject subject(String title, String path) {
        List<Link> crumbs = new ArrayList<>(List.of(
                new Link("Home", "/"),
                new Link("Bids", "/bids"),
                new Link(BidWords.title(read.summary()), read.home())));
        if (!path.isEmpty()) {
            crumbs.add(new Link("Partners", read.home() + path));
        }
        crumbs.add(new Link(title, ""));
        return new Deed.Subject(
                "Bid: " + BidWords.title(read.summary()),
                List.of(Row.of("Call", read.summary().callTitle())),
                crumbs,
                read.home() + path);
    }
}
