package org.tallystick.journeys;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.tallystick.platform.DemoClock;
import org.tallystick.platform.RunningTallystick;
import org.tallystick.platform.UkTime;

/**
 * From an empty fund and a call to money in an organisation's bank and its lines in the ledger, as eight people do it
 * one after the other. A call is open for a day at least: it is written and answered some days ago by the clock of this
 * process, and decided today.
 */
final class GrantJourney {

    private GrantJourney() {}

    /** With JavaScript. */
    static void withScript() {
        travel("with script", Person::loggedInAs, true, "31415926");
    }

    /** Without JavaScript, and those who assess and approve use the keyboard alone. */
    static void withoutScript() {
        travel("without script", GrantJourney::withLess, false, "27182818");
    }

    private static Person withLess(String username) {
        Person person = Person.withoutScript(username);
        return username.equals("assessor") || username.equals("governor") ? person.withoutMouse() : person;
    }

    private static void travel(String name, Function<String, Person> way, boolean script, String accountNumber) {
        Neighbourhood.settle();
        Map<String, Person> here = new HashMap<>();
        Function<String, Person> people = username -> here.computeIfAbsent(
                username, one -> way.apply(one).lookingClosely(PageCheck.ALL).staying());
        LocalDate today = LocalDate.now(UkTime.ZONE).minusDays(CallJourney.LONGEST_DAYS);
        DemoClock clock = RunningTallystick.shared().clock();
        FundJourney fund = new FundJourney(name, people, today);
        CallJourney call = new CallJourney(name, fund.fund() + " (£30,000 free)", people, today);
        try {
            clock.tell(today.atTime(10, 0).atZone(UkTime.ZONE).toInstant());
            prepare(fund, accountNumber);
            announce(call);
            clock.tell(CallJourney.open(today));
            BidJourney bid = new BidJourney(name, call.path(), CallJourney.workStarts(today), people, script);
            send(bid);
            clock.follow();
            decide(new DecisionJourney(call, bid, people));
            pay(new AwardJourney(bid, fund.fundPath(), people));
        } finally {
            clock.follow();
            here.values().forEach(Person::leave);
        }
    }

    private static void prepare(FundJourney fund, String accountNumber) {
        fund.fundIsOpenedAndFilled();
        fund.bankDetailsAreGivenByTwoPeople(accountNumber);
        fund.costsOfRunningAreRecorded();
    }

    private static void announce(CallJourney call) {
        call.draftIsWritten();
        call.callIsApproved();
        call.questionIsAskedAndAnswered();
        call.callIsChanged();
    }

    private static void send(BidJourney bid) {
        bid.bidIsBegun();
        bid.questionsAreAnswered();
        bid.budgetIsWorkedOut();
        bid.budgetComesBackAsASpreadsheet();
        bid.bidIsSent();
    }

    private static void decide(DecisionJourney decision) {
        decision.assessorIsInvited();
        decision.bidIsScored();
        decision.awardIsRecommended();
        decision.decisionIsApprovedAndTold();
    }

    private static void pay(AwardJourney award) {
        award.agreementIsOffered();
        award.agreementIsSigned();
        award.firstPaymentGoesOutInAFile();
        award.secondPaymentIsClaimed();
        award.secondPaymentIsMade();
        award.restIsFreedForOthers();
        award.auditorFollowsEveryPound();
        award.figureLeadsToItsEvent();
    }
}
