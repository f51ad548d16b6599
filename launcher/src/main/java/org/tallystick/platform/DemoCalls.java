package org.tallystick.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand.AnswerQuestion;
import org.tallystick.call.GrantCallCommand.ApproveCall;
import org.tallystick.call.GrantCallCommand.AskQuestion;
import org.tallystick.call.GrantCallCommand.DraftCall;
import org.tallystick.call.GrantCallCommand.KeepTime;
import org.tallystick.call.GrantCallCommand.WithdrawCall;
import org.tallystick.call.Substance;
import org.tallystick.call.Timetable;

/** The calls of the demo, in every state: four open that differ, one to come, a draft, decided ones, one withdrawn. */
final class DemoCalls {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final int WEEKS_TO_DECIDE = 4;
    private static final int OTHERS_FIRST = 9;
    private static final String ASKS = "GB-CHC-9100002";

    private final DemoStage stage;
    private final DemoBids bids;
    private final DemoDecisions decisions;
    private final DemoAgreements agreements;

    DemoCalls(DemoStage stage, DemoRegistry registry) {
        this.stage = stage;
        this.bids = new DemoBids(stage, registry);
        this.decisions = new DemoDecisions(stage, registry);
        this.agreements = new DemoAgreements(stage, registry);
    }

    /**
     * A line of calls.json.
     *
     * @param end empty, "draft", or why it was withdrawn
     * @param bids how many are made
     * @param decided how far it has come after closing: empty, assessing, decided, informed or archived
     * @param longBecause why a bid takes longer than is in proportion; empty where it does not
     */
    record Entry(
            String id,
            String holder,
            String title,
            String purpose,
            String need,
            String place,
            String whoFor,
            String fund,
            String restriction,
            long ringFencePounds,
            long smallestPounds,
            long largestPounds,
            int months,
            String shortReason,
            boolean unrestricted,
            @Nullable Integer overheadCapPercent,
            String overheadCapReason,
            String opens,
            String closes,
            List<CallTerms.EligibilityQuestion> eligibility,
            List<CallTerms.Question> questions,
            List<CallTerms.Criterion> criteria,
            String feedback,
            String end,
            List<Asked> asked,
            List<YearSum> envelope,
            int bids,
            String startsFrom,
            String decided,
            String awardIds,
            String longBecause) {}

    /** Money of a year. */
    record YearSum(FinancialYear year, long pounds) {}

    /** A question about the call; the answer is empty where it is still to be given. */
    record Asked(String text, String answer) {}

    void tell() {
        int first = 0;
        for (Entry entry : DemoStage.read("calls.json", Entry[].class)) {
            Actor commissioner = stage.actor(Role.COMMISSIONER, entry.holder());
            Actor governor = stage.actor(Role.GOVERNOR, entry.holder());
            LocalDate opens = stage.workingDay(entry.opens());
            stage.on(opens.minusDays(24)).send(new DraftCall(entry.id(), entry.holder(), terms(entry)), commissioner);
            if (entry.end().equals("draft")) {
                continue;
            }
            stage.on(opens.minusDays(19)).send(new ApproveCall(entry.id(), 1, entry.longBecause()), governor);
            ask(entry, opens.minusDays(12), commissioner);
            if (!entry.end().isEmpty()) {
                stage.on(opens.minusDays(9)).send(new WithdrawCall(entry.id(), entry.end()), governor);
            } else {
                keepTime(entry);
                goOn(entry, terms(entry), first);
                first += OTHERS_FIRST;
            }
        }
    }

    /** The bids, and where it has come so far, what was decided about them. */
    private void goOn(Entry entry, CallTerms terms, int first) {
        List<DemoBids.Sent> sent = bids.tell(entry.id(), terms, first, entry.bids());
        if (!entry.decided().isEmpty()) {
            boolean done = !entry.decided().equals("assessing");
            var scores = decisions.assess(entry, terms, sent, done);
            if (!done) {
                return;
            }
            var awards = decisions.decide(entry, terms, sent, scores);
            if (entry.decided().equals("informed")) {
                decisions.goWrong(entry, terms, sent, awards);
            }
            if (!entry.decided().equals("decided")) {
                decisions.promote(entry, terms, agreements.tell(entry, terms, awards));
            }
        }
    }

    /** What the clock does; it does the rest itself when the demo runs. */
    private void keepTime(Entry entry) {
        Timetable timetable = timetable(entry);
        for (Instant due : List.of(timetable.opensAt(), timetable.closesAt())) {
            if (stage.hasCome(due)) {
                stage.at(due).send(new KeepTime(entry.id()), Actor.OPERATOR);
            }
        }
    }

    private void ask(Entry entry, LocalDate day, Actor commissioner) {
        int number = 0;
        for (Asked asked : entry.asked()) {
            String question = "question-" + ++number;
            stage.on(day.plusDays(number))
                    .send(new AskQuestion(entry.id(), question, asked.text()), stage.actor(Role.APPLICANT_LEAD, ASKS));
            if (!asked.answer().isEmpty()) {
                stage.on(day.plusDays(number + 2L))
                        .send(new AnswerQuestion(entry.id(), question, asked.answer()), commissioner);
            }
        }
    }

    private CallTerms terms(Entry entry) {
        Integer cap = entry.overheadCapPercent();
        return new CallTerms(
                entry.title(),
                entry.purpose(),
                entry.need(),
                entry.place(),
                entry.whoFor(),
                entry.envelope().stream()
                        .map(part -> new CallTerms.Envelope(
                                entry.fund(), part.year(), entry.restriction(), part.pounds() * 100))
                        .toList(),
                entry.ringFencePounds() * 100,
                entry.smallestPounds() * 100,
                entry.largestPounds() * 100,
                entry.months(),
                entry.shortReason(),
                entry.unrestricted(),
                cap == null ? null : new CallTerms.OverheadCap(cap, entry.overheadCapReason()),
                new Substance(false, false, true, true),
                entry.eligibility(),
                entry.questions(),
                entry.criteria(),
                timetable(entry),
                entry.feedback());
    }

    private Timetable timetable(Entry entry) {
        Instant opens = stage.moment(entry.opens(), OPENS);
        Instant closes = stage.moment(entry.closes(), CLOSES);
        LocalDate decided = UkTime.dayOf(closes).plusWeeks(WEEKS_TO_DECIDE);
        LocalDate soonest = decided.plusWeeks(WEEKS_TO_DECIDE);
        LocalDate meant = entry.startsFrom().isEmpty() ? soonest : stage.day(entry.startsFrom());
        return new Timetable(opens, closes, decided, decided.plusWeeks(1), meant.isBefore(soonest) ? soonest : meant);
    }
}
