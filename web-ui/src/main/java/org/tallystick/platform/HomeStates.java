package org.tallystick.platform;

import java.util.ArrayList;
import java.util.List;
import org.springframework.ui.Model;
import org.tallystick.award.AwardQuery.AwardSummary;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.award.AwardQuery.Payments;
import org.tallystick.award.AwardState;
import org.tallystick.award.AwardWords;
import org.tallystick.award.PaymentState;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.Bids;
import org.tallystick.bid.BidWords;
import org.tallystick.call.CallFit;
import org.tallystick.call.CallWords;
import org.tallystick.call.GrantCallQuery.CallSummary;
import org.tallystick.call.GrantCallQuery.Calls;
import org.tallystick.call.GrantCallQuery.FittingCall;
import org.tallystick.call.GrantCallQuery.FittingCalls;
import org.tallystick.call.GrantCallState;
import org.tallystick.control.ControlQuery.OpenExceptions;
import org.tallystick.fund.FundQuery;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.fund.FundWords;
import org.tallystick.history.EventLines;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.VerificationQuery;
import org.tallystick.history.VerificationWords;
import org.tallystick.ledger.GapQuery;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationView;
import org.tallystick.registry.OrganisationQuery.StandingView;
import org.tallystick.registry.OrganisationState;

/** The state of somebody's things, below what needs them. */
final class HomeStates {

    private static final int MOST_FUNDS = 12;
    private static final int MOST_CALLS = 8;
    private static final int MOST_BIDS = 5;
    private static final int MOST_AWARDS = 10;
    private static final int MOST_COMING = 12;
    private static final int LATEST = 20;

    private final Sides sides;
    private final Words words;
    private final EventLines lines;

    HomeStates(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.words = words;
        this.lines = new EventLines(sides, words, people);
    }

    /** A fund with its bar. */
    record Fund(FundSummary fund, StateTag state, MoneyBar bar) {}

    /** How many of something, and where they are listed. */
    record Count(String what, long number, String href, boolean late) {}

    /** An award with its state. */
    record Ours(AwardSummary award, StateTag state) {}

    /** A payment that is to come, with its state. */
    record Coming(PaymentView payment, StateTag state) {}

    /** Of those with money: payments and awards by what they wait for, and each fund with its bar. */
    void ofMoney(Model model) {
        Paged<FundSummary> funds = sides.ask(new FundQuery.Funds(null, 1, MOST_FUNDS));
        model.addAttribute(
                "funds",
                funds.items().stream()
                        .map(fund -> new Fund(fund, FundWords.state(fund.state()), FundWords.bar(fund, true)))
                        .toList());
        model.addAttribute("moreFunds", funds.total() - funds.items().size());
        model.addAttribute("counts", counts());
        GapQuery.GapsView gaps = sides.ask(new GapQuery.Gaps(null, 1, 1));
        model.addAttribute("gaps", gaps);
        model.addAttribute("unpaidPence", GapQuery.Carried.sumPence(gaps.carried()));
        if (sides.actor().role() != Role.PAYER) {
            model.addAttribute("calls", ourCalls());
        }
        model.addAttribute("mayOpen", sides.may(org.tallystick.fund.FundCommand.OpenFund.class));
    }

    /** Calls of the body that still have something to come. */
    private List<CallWords.Line> ourCalls() {
        return sides.ask(new Calls(null, null, sides.actor().organisationId(), 1, Paged.MOST)).items().stream()
                .filter(call -> call.state() != GrantCallState.WITHDRAWN && call.state() != GrantCallState.ARCHIVED)
                .limit(MOST_CALLS)
                .map(call -> CallWords.Line.of(call, words))
                .toList();
    }

    /** What anybody may apply to now, the one that closes next first: the same for everybody. */
    void ofOpenCalls(Model model) {
        Paged<CallSummary> open = sides.askAsAnyone(new Calls(null, GrantCallState.OPEN, null, 1, MOST_CALLS));
        model.addAttribute(
                "calls",
                open.items().stream()
                        .map(call -> CallWords.Line.of(call, words))
                        .toList());
        model.addAttribute("moreCalls", open.total() - open.items().size());
    }

    private List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        counts.add(new Count("Payments late", payments(null, true), "/payments?view=late", true));
        counts.add(new Count("Payments failed", payments(PaymentState.FAILED, false), "/payments?view=FAILED", true));
        counts.add(new Count(
                "Payments waiting for approval",
                payments(PaymentState.SCHEDULED, false),
                "/payments?view=SCHEDULED",
                false));
        counts.add(new Count(
                "Payments approved, not sent", payments(PaymentState.PAYABLE, false), "/payments?view=PAYABLE", false));
        counts.add(new Count(
                "Payments with the bank",
                payments(PaymentState.INSTRUCTED, false),
                "/payments?view=INSTRUCTED",
                false));
        counts.add(new Count("Awards not offered yet", awards(AwardState.COMMITTED), "/awards?state=COMMITTED", false));
        counts.add(new Count(
                "Awards waiting for a signature", awards(AwardState.OFFERED), "/awards?state=OFFERED", false));
        return counts;
    }

    private long awards(AwardState state) {
        return sides.ask(new Awards(null, null, null, null, state, 1, 1)).total();
    }

    private long payments(@org.jspecify.annotations.Nullable PaymentState state, boolean late) {
        return sides.ask(new Payments(state, late, 1, 1)).total();
    }

    /** Of an organisation that asks for money: its awards, the money that comes, and what its registry entry lacks. */
    void ofOurs(Model model) {
        Paged<FittingCall> open = sides.ask(new FittingCalls(1, MOST_CALLS));
        List<CallWords.Line> fitting = open.items().stream()
                .filter(call -> call.fit().verdict() != CallFit.Verdict.NO)
                .map(call -> CallWords.Line.of(call, words))
                .toList();
        model.addAttribute("calls", fitting);
        model.addAttribute("moreCalls", open.total() - fitting.size());
        Paged<BidSummary> bids = sides.ask(new Bids(null, null, 1, MOST_BIDS));
        model.addAttribute(
                "bids",
                bids.items().stream().map(bid -> BidWords.Line.of(bid, words)).toList());
        model.addAttribute("moreBids", bids.total() - bids.items().size());
        Paged<AwardSummary> awards = sides.ask(new Awards(null, null, null, null, null, 1, MOST_AWARDS));
        model.addAttribute(
                "awards",
                awards.items().stream()
                        .map(award -> new Ours(award, AwardWords.state(award.state())))
                        .toList());
        model.addAttribute("moreAwards", awards.total() - awards.items().size());
        model.addAttribute(
                "coming",
                sides.ask(new Payments(null, false, 1, Paged.MOST)).items().stream()
                        .filter(payment ->
                                payment.state() != PaymentState.PAID && payment.state() != PaymentState.LAPSED)
                        .limit(MOST_COMING)
                        .map(payment -> new Coming(payment, AwardWords.state(payment)))
                        .toList());
        String entry = "/organisations/" + sides.actor().organisationId();
        model.addAttribute("entry", entry);
        model.addAttribute("lacks", lacks());
    }

    /** Empty where the entry is complete, or there is none that could be looked at. */
    private List<String> lacks() {
        OrganisationView ours;
        try {
            ours = sides.ask(new OneOrganisation(sides.actor().organisationId()));
        } catch (Rejection none) {
            return List.of(
                    "Your organisation has no entry in the registry yet. Apply for registration to be able to get money.");
        }
        List<String> lacks = new ArrayList<>();
        if (ours.summary().state() == OrganisationState.APPLIED) {
            lacks.add("Your application is being looked at. Nothing to do until it is registered.");
        }
        if (ours.bank() == null) {
            lacks.add("No bank details yet. Two people have to agree on them before anything can be paid.");
        } else if (ours.bank().changeWaiting()) {
            lacks.add("New bank details wait for a second person to confirm them.");
        }
        if (ours.costProfiles().isEmpty()) {
            lacks.add("No cost profile yet. It shows what it takes to run you, and is the base of full-cost budgets.");
        }
        StandingView standing = ours.standing();
        if (standing != null && standing.expired()) {
            lacks.add("Your by-and-for standing has run out. Claim it again to keep it.");
        } else if (standing != null && standing.expiresSoon() && standing.verifiedUntil() != null) {
            lacks.add("Your by-and-for standing runs out on " + words.date(standing.verifiedUntil()) + ".");
        }
        return lacks;
    }

    /** Of auditors: how long the log is, whether it still is what it was, and how far what one reads is behind it. */
    void ofLog(Model model) {
        HistoryQuery.LogView log = sides.ask(new HistoryQuery.LogState());
        model.addAttribute("log", log);
        model.addAttribute(
                "verified",
                VerificationWords.of(
                        sides.ask(new VerificationQuery.Verifications(1, 1)).items().stream()
                                .findFirst()
                                .orElse(null),
                        words));
        HistoryQuery.Events latest = new HistoryQuery.Events(0, LATEST, null, null, null, true);
        model.addAttribute("lines", lines.of(sides.ask(latest).events()));
        model.addAttribute(
                "behind",
                log.projections().stream().mapToLong(one -> one.behind()).max().orElse(0));
        model.addAttribute(
                "counts",
                List.of(
                        new Count(
                                "Open exceptions of control tests",
                                sides.ask(new OpenExceptions(null, 1, 1)).total(),
                                "/control-tests#open",
                                true),
                        new Count(
                                "Payments failed", payments(PaymentState.FAILED, false), "/payments?view=FAILED", true),
                        new Count("Payments late", payments(null, true), "/payments?view=late", true)));
    }
}
