package org.tallystick.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallystick.platform.Ask;
import org.tallystick.platform.Deed;
import org.tallystick.platform.Deed.Effect;
import org.tallystick.platform.Form;
import org.tallystick.platform.Option;
import org.tallystick.platform.Row;
import org.tallystick.registry.OrganisationQuery.OrganisationView;
import org.tallystick.registry.OrganisationQuery.StandingView;

/** By-and-for standing: claimed, evidenced, verified by two people of other organisations, refused, challenged. */
final class StandingDeeds {

    private static final int MOST_PERCENT = 100;
    private static final String EVERYONE = "everybody: standing is part of the public register";
    private static final String REASON =
            EVERYONE + ". Your reason, with the name of your organisation: its own people, public bodies and auditors";

    private StandingDeeds() {}

    static Deed claim(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.deed(
                "Say that you are by and for",
                "By and for means: led by the people it serves. At least 75% of the board, 50% of senior staff and 75% of"
                        + " the people you support belong to the communities you name. We ask for shares only, never about"
                        + " anybody in person.",
                List.of(
                        Ask.checkboxes(
                                "groups",
                                "Whom are you led by, and for?",
                                "Choose all that apply. They are the groups of the DEI Data Standard.",
                                Communities.all()),
                        Ask.line("boardPercent", "Share of the board, in percent", "A whole number, such as 80"),
                        Ask.line("seniorStaffPercent", "Share of senior staff, in percent", ""),
                        Ask.line("servedPercent", "Share of the people you support, in percent", "")),
                Effect.of(
                        "Make this claim",
                        "If you have a verified standing, it goes on to hold until its last day while this claim is checked.",
                        EVERYONE,
                        "Your claim is made. Next: say what it rests on. Then two people of other organisations check it."),
                form -> claimed(form).map(claim -> new OrganisationCommand.ClaimByAndForStanding(id, claim)));
    }

    static Deed evidence(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.deed(
                "Give evidence of being by and for",
                "Say what your claim rests on: where the figures come from, and who could confirm them.",
                List.of(Ask.text(
                        "evidence",
                        "What does it rest on?",
                        "For example: anonymous survey of trustees in May 2026; annual report, page 4. Name nobody.")),
                Effect.of(
                        "Send the evidence",
                        "The people who check it read this. It stays in the history.",
                        "everybody who is logged in. Not the public",
                        "The evidence is sent. Next: two people of other organisations check it; one of them belongs to a"
                                + " by-and-for organisation or an infrastructure body. It then holds for 24 months."),
                form -> {
                    String text = form.text("evidence", "Say what your claim rests on.");
                    return form.hasProblems()
                            ? Optional.empty()
                            : Optional.of(new OrganisationCommand.EvidenceByAndForStanding(id, text));
                });
    }

    static Deed verify(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.with(claimFacts(view))
                .deed(
                        "Verify that it is by and for",
                        "Two people of other organisations have to find the evidence good. One of the two belongs to a"
                                + " verified by-and-for organisation or to an infrastructure body.",
                        List.of(),
                        Effect.of(
                                "I find the evidence good",
                                "If you are the second person, the standing holds from today for 24 months.",
                                EVERYONE + ". That it was your organisation: its own people. That it was you: auditors",
                                "Thank you. With the second person’s word the standing is verified; if you were the second,"
                                        + " it is verified now."),
                        form -> Optional.of(new OrganisationCommand.VerifyByAndForStanding(id)));
    }

    static Deed refuse(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.with(claimFacts(view))
                .deed(
                        "Refuse the claim to be by and for",
                        "Only where the evidence does not bear the claim. The organisation can claim again.",
                        List.of(Ask.reason("What is missing, and what would be good evidence?")),
                        Effect.warning(
                                "Refuse the claim",
                                "The claim ends here. The organisation can make a new one at any time.",
                                REASON,
                                "The claim is refused. Next: tell the organisation what would be good evidence."),
                        form -> EntryDeeds.reason(form)
                                .map(why -> new OrganisationCommand.RefuseByAndForStanding(id, why)));
    }

    static Deed challenge(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.with(claimFacts(view))
                .deed(
                        "Challenge that it is by and for",
                        "If you have good reason to doubt a verified standing. Somebody else decides about it.",
                        List.of(Ask.reason("What do you know that those who verified it did not?")),
                        Effect.warning(
                                "Challenge the standing",
                                "The standing goes on to hold, marked as challenged, until two other people have decided. The"
                                        + " organisation can give further evidence.",
                                REASON,
                                "The standing is challenged. Next: two people of other organisations decide about it."),
                        form -> EntryDeeds.reason(form)
                                .map(why -> new OrganisationCommand.ChallengeByAndForStanding(id, why)));
    }

    static Deed decideChallenge(OrganisationView view, Deed.Subject subject) {
        String id = view.summary().organisationId();
        return subject.with(doubted(view))
                .deed(
                        "Decide about the doubt that it is by and for",
                        "Two people of other organisations have to say the same. One of the two belongs to a verified"
                                + " by-and-for organisation or to an infrastructure body. Whoever raised the doubt is"
                                + " none of them.",
                        List.of(
                                Ask.radios(
                                        "decision",
                                        "What do you think?",
                                        "",
                                        List.of(
                                                new Option(
                                                        ChallengeDecision.DISMISSED.name(),
                                                        "It is by and for",
                                                        "The standing goes on as before."),
                                                new Option(
                                                        ChallengeDecision.UPHELD.name(),
                                                        "It is not, or not any longer",
                                                        "The standing ends. The organisation can claim again."))),
                                Ask.reason("What do you go by?")),
                        Effect.of(
                                "Say so",
                                "If you are the second person who says so, it is decided.",
                                REASON,
                                "Thank you. It is decided when a second person says the same; if you were the second,"
                                        + " it is decided now."),
                        form -> decided(id, form));
    }

    private static Optional<OrganisationCommand> decided(String id, Form form) {
        Optional<ChallengeDecision> decision =
                form.choice("decision", List.of(ChallengeDecision.values()), Enum::name, "Choose what you think.");
        Optional<String> why = EntryDeeds.reason(form);
        return form.hasProblems()
                ? Optional.empty()
                : Optional.of(
                        new OrganisationCommand.DecideByAndForChallenge(id, decision.orElseThrow(), why.orElseThrow()));
    }

    /** The claim, and what was said against it. */
    private static List<Row> doubted(OrganisationView view) {
        List<Row> rows = new ArrayList<>(claimFacts(view));
        if (view.standing() != null && !view.standing().reason().isEmpty()) {
            rows.add(Row.of("The doubt", view.standing().reason()));
        }
        return rows;
    }

    /** What was claimed and on what it rests, as facts. */
    static List<Row> claimFacts(OrganisationView view) {
        StandingView standing = view.standing();
        if (standing == null) {
            return List.of();
        }
        ByAndForClaim claim = standing.claim();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(
                "By and for",
                String.join(
                        "; ", claim.groups().stream().map(Communities::nameOf).toList())));
        rows.add(Row.of(
                "Share of the board",
                claim.boardPercent() + "% (at least " + ByAndForClaim.LED_BY_BOARD_PERCENT + "%)"));
        rows.add(Row.of(
                "Share of senior staff",
                claim.seniorStaffPercent() + "% (at least " + ByAndForClaim.LED_BY_SENIOR_STAFF_PERCENT + "%)"));
        rows.add(Row.of(
                "Share of the people supported",
                claim.servedPercent() + "% (at least " + ByAndForClaim.SERVES_PERCENT + "%)"));
        if (!standing.evidence().isEmpty()) {
            rows.add(Row.of("What it rests on", standing.evidence()));
        }
        return rows;
    }

    private static Optional<ByAndForClaim> claimed(Form form) {
        List<String> groups = form.values("groups");
        if (groups.isEmpty()) {
            form.refuse("groups", "Choose at least one community.");
        }
        int board = percent(form, "boardPercent", "The share of the board");
        int staff = percent(form, "seniorStaffPercent", "The share of senior staff");
        int served = percent(form, "servedPercent", "The share of the people you support");
        return form.hasProblems() ? Optional.empty() : Optional.of(new ByAndForClaim(groups, board, staff, served));
    }

    private static int percent(Form form, String name, String what) {
        String text = form.value(name).replaceAll("[\\s%]", "");
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > MOST_PERCENT) {
            form.refuse(name, what + " must be a whole number from 0 to 100.");
            return 0;
        }
        return Integer.parseInt(text);
    }
}
