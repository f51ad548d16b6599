package org.tallystick.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tallystick.assessment.AssessmentCommand.AcceptAssessment;
import org.tallystick.assessment.AssessmentCommand.DeclineAssessment;
import org.tallystick.assessment.AssessmentCommand.InviteAssessor;
import org.tallystick.assessment.AssessmentCommand.RecuseAssessment;
import org.tallystick.assessment.AssessmentCommand.SaveScores;
import org.tallystick.assessment.AssessmentCommand.SubmitAssessment;
import org.tallystick.assessment.NoInterest;
import org.tallystick.assessment.Ranking;
import org.tallystick.assessment.Recommendation;
import org.tallystick.assessment.Recommendation.Outcome;
import org.tallystick.assessment.RecusalReason;
import org.tallystick.assessment.Score;
import org.tallystick.assessment.YearAmount;
import org.tallystick.bid.Budget;
import org.tallystick.bid.JointCost;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallCommand.ApproveDecision;
import org.tallystick.call.GrantCallCommand.ArchiveCall;
import org.tallystick.call.GrantCallCommand.InformApplicants;
import org.tallystick.call.GrantCallCommand.RecommendAwards;
import org.tallystick.call.GrantCallCommand.RecommendPromotion;
import org.tallystick.fund.Slice;
import org.tallystick.platform.DemoBids.Sent;
import org.tallystick.registry.OrganisationCommand.GiveRole;
import org.tallystick.registry.OrganisationCommand.TakeRole;

/** How the calls of the demo that have closed are assessed and decided, and what was said to whom. */
final class DemoDecisions {

    private static final int ASSESSORS_OF_A_BID = 2;
    private static final int ON_RESERVE = 2;

    private final DemoStage stage;
    private final DemoRegistry registry;
    private final Map<String, Left> left = new HashMap<>();

    DemoDecisions(DemoStage stage, DemoRegistry registry) {
        this.stage = stage;
        this.registry = registry;
    }

    /** An award that came out of a decision. */
    record Made(String awardId, String applicant, List<YearAmount> amounts) {}

    /** Two assessors read each bid; while that goes on, some are done, some have begun, some say no. */
    Map<String, List<List<Score>>> assess(DemoCalls.Entry call, CallTerms terms, List<Sent> bids, boolean done) {
        Map<String, List<List<Score>>> scores = new HashMap<>();
        LocalDate closed = UkTime.dayOf(terms.timetable().closesAt());
        for (int i = 0; i < bids.size(); i++) {
            Sent bid = bids.get(i);
            List<Actor> readers = readersOf(bid);
            for (int k = 0; k < ASSESSORS_OF_A_BID; k++) {
                Actor reader = readers.get((i + k) % readers.size());
                int course = done ? 0 : (i * ASSESSORS_OF_A_BID + k) % 6;
                read(new Reading(bid.bidId() + "-" + (k + 1), call, bid, reader), terms, closed, course)
                        .ifPresent(given -> scores.computeIfAbsent(bid.bidId(), _ -> new ArrayList<>())
                                .add(given));
            }
        }
        return scores;
    }

    private record Reading(String id, DemoCalls.Entry call, Sent bid, Actor reader) {}

    private Optional<List<Score>> read(Reading of, CallTerms terms, LocalDate closed, int course) {
        Actor commissioner = stage.actor(Role.COMMISSIONER, of.call().holder());
        stage.on(closed.plusDays(2))
                .send(
                        new InviteAssessor(
                                of.id(),
                                of.call().id(),
                                of.bid().bidId(),
                                of.reader().personId(),
                                of.reader().organisationId()),
                        commissioner);
        if (course == 5) {
            return Optional.empty();
        }
        if (course == 3) {
            stage.on(closed.plusDays(3)).send(new DeclineAssessment(of.id(), RecusalReason.NO_TIME), of.reader());
            return Optional.empty();
        }
        stage.on(closed.plusDays(4)).send(new AcceptAssessment(of.id(), NoInterest.STATEMENT), of.reader());
        if (course == 4) {
            stage.on(closed.plusDays(5))
                    .send(new RecuseAssessment(of.id(), RecusalReason.FAMILY_OR_FRIENDSHIP), of.reader());
            return Optional.empty();
        }
        List<Score> scores = terms.criteria().stream()
                .map(criterion -> score(criterion, of.id()))
                .toList();
        stage.on(closed.plusDays(8)).send(new SaveScores(of.id(), 0, scores), of.reader());
        if (course == 2) {
            return Optional.empty();
        }
        stage.on(closed.plusDays(9)).send(new SubmitAssessment(of.id()), of.reader());
        return Optional.of(scores);
    }

    private static Score score(CallTerms.Criterion criterion, String assessment) {
        // The upper bits of a product: ids that differ in one letter differ in the points too.
        int points = 2 + (((criterion.name() + assessment).hashCode() * 0x9E3779B1) >>> 30);
        String why = switch (points) {
            case 2 -> "Nearer to the weak end: " + criterion.weak() + ".";
            case 3 -> "Clear enough; we would have liked an example.";
            case 4 -> "Good. What we looked for is there: " + criterion.strong() + ".";
            default -> "As strong as can be: " + criterion.strong() + ".";
        };
        return new Score(criterion.name(), points, why);
    }

    /** The best bids get what they asked for while the money lasts; the next wait, and the rest hear why not. */
    List<Made> decide(DemoCalls.Entry call, CallTerms terms, List<Sent> bids, Map<String, List<List<Score>>> scores) {
        LocalDate decided = terms.timetable().decidedBy();
        List<Recommendation> all = recommend(call, terms, bids, scores, decided);
        Actor governor = stage.actor(Role.GOVERNOR, call.holder());
        Actor commissioner = stage.actor(Role.COMMISSIONER, call.holder());
        stage.on(decided.minusDays(7)).send(new RecommendAwards(call.id(), 0, all), commissioner);
        stage.on(decided).send(new ApproveDecision(call.id(), 1), governor);
        if (!call.decided().equals("decided")) {
            stage.on(terms.timetable().informedBy()).send(new InformApplicants(call.id()), commissioner);
        }
        if (call.decided().equals("archived")) {
            stage.on(terms.timetable().startsFrom().plusMonths(2)).send(new ArchiveCall(call.id()), governor);
        }
        Map<String, Sent> byId = new HashMap<>();
        bids.forEach(bid -> byId.put(bid.bidId(), bid));
        return all.stream()
                .filter(Recommendation::givesMoney)
                .map(award -> new Made(
                        Objects.requireNonNull(award.awardId()),
                        Objects.requireNonNull(byId.get(award.bidId())).applicant(),
                        award.amounts()))
                .toList();
    }

    /** For auditors to find: an assessor joins an organisation whose bid they read, and accounts are corrected. */
    void goWrong(DemoCalls.Entry call, CallTerms terms, List<Sent> bids, List<Made> awards) {
        Sent bid = bids.getFirst();
        Actor reader = readersOf(bid).getFirst();
        LocalDate told = terms.timetable().informedBy();
        GiveRole joins = new GiveRole(bid.applicant(), reader.personId(), Role.APPLICANT_MEMBER);
        stage.on(told.plusDays(3)).send(joins, Actor.OPERATOR);
        stage.on(told.plusDays(5))
                .send(new TakeRole(joins.organisationId(), joins.personId(), joins.role()), Actor.OPERATOR);
        String corrected = awards.getFirst().applicant();
        stage.on(told.plusDays(30)).send(registry.corrected(corrected), stage.actor(Role.APPLICANT_LEAD, corrected));
    }

    private List<Actor> readersOf(Sent bid) {
        return registry.assessors().stream()
                .filter(assessor -> !assessor.actsFor(bid.applicant()))
                .toList();
    }

    /** What a call has left, and who waits for it. */
    private record Left(Purse purse, List<Sent> reserve) {}

    /** Where awards came to nothing, one in reserve is to get their money; no governor has looked at it yet. */
    void promote(DemoCalls.Entry call, CallTerms terms, List<Made> declined) {
        Left now = Objects.requireNonNull(left.get(call.id()));
        if (!call.decided().equals("informed") || declined.isEmpty()) {
            return;
        }
        LocalDate day = terms.timetable().informedBy().plusDays(40);
        for (Made award : declined) {
            now.purse().takeBack(award.amounts(), registry.byAndForOn(registry.entry(award.applicant()), day));
        }
        for (Sent bid : now.reserve()) {
            List<YearAmount> amounts = now.purse().most(asked(bid.budgets(), 100));
            if (now.purse().give(amounts, registry.byAndForOn(registry.entry(bid.applicant()), day))) {
                String awardId = "%s-%02d".formatted(call.awardIds(), now.purse().awards);
                stage.on(day)
                        .send(
                                new RecommendPromotion(call.id(), 0, award(call, bid, awardId, amounts)),
                                stage.actor(Role.COMMISSIONER, call.holder()));
                return;
            }
        }
    }

    private List<Recommendation> recommend(
            DemoCalls.Entry call,
            CallTerms terms,
            List<Sent> bids,
            Map<String, List<List<Score>>> scores,
            LocalDate decided) {
        Map<String, Sent> byId = new HashMap<>();
        bids.forEach(bid -> byId.put(bid.bidId(), bid));
        Purse purse = new Purse(terms);
        List<Recommendation> all = new ArrayList<>();
        List<Sent> reserve = new ArrayList<>();
        left.put(call.id(), new Left(purse, reserve));
        for (Ranking.Place place : Ranking.of(
                terms.criteria(),
                bids.stream()
                        .map(bid -> new Ranking.Scored(bid.bidId(), scores.getOrDefault(bid.bidId(), List.of())))
                        .toList())) {
            Sent bid = Objects.requireNonNull(byId.get(place.bidId()));
            List<YearAmount> amounts = asked(bid.budgets(), purse.awards % 3 == 2 ? 85 : 100);
            if (purse.give(amounts, registry.byAndForOn(registry.entry(bid.applicant()), decided))) {
                all.add(award(call, bid, "%s-%02d".formatted(call.awardIds(), purse.awards), amounts));
            } else if (reserve.size() < ON_RESERVE) {
                reserve.add(bid);
                all.add(without(bid, Outcome.RESERVE, "A strong bid; it is next if money becomes free."));
            } else {
                all.add(without(
                        bid,
                        Outcome.DECLINE,
                        "Others scored higher, and there was not enough for all. The scores say why."));
            }
        }
        return all;
    }

    /** What is left of the envelope, and of the part of it that is for everybody. */
    private static final class Purse {

        private final CallTerms terms;
        private final Map<FinancialYear, Long> left = new HashMap<>();
        private long leftForOthers;
        private int awards;

        Purse(CallTerms terms) {
            this.terms = terms;
            terms.envelope().forEach(part -> left.merge(part.financialYear(), part.amountPence(), Long::sum));
            leftForOthers = terms.envelopePence() - terms.ringFencePence();
        }

        /** Takes an award out of it, if there is enough. */
        boolean give(List<YearAmount> amounts, boolean byAndFor) {
            long total = amounts.stream().mapToLong(YearAmount::amountPence).sum();
            boolean fits = amounts.stream()
                            .allMatch(amount -> left.getOrDefault(amount.financialYear(), 0L) >= amount.amountPence())
                    && (byAndFor || leftForOthers >= total)
                    && total >= terms.smallestPence()
                    && total <= terms.largestPence();
            if (fits) {
                amounts.forEach(amount -> left.merge(amount.financialYear(), -amount.amountPence(), Long::sum));
                leftForOthers -= byAndFor ? 0 : total;
                awards++;
            }
            return fits;
        }

        /** As much of these amounts as is left of each year. */
        List<YearAmount> most(List<YearAmount> amounts) {
            return amounts.stream()
                    .filter(amount -> left.getOrDefault(amount.financialYear(), 0L) > 0)
                    .map(amount -> new YearAmount(
                            amount.financialYear(),
                            Math.min(amount.amountPence(), left.getOrDefault(amount.financialYear(), 0L))))
                    .toList();
        }

        /** An award came to nothing. */
        void takeBack(List<YearAmount> amounts, boolean byAndFor) {
            amounts.forEach(amount -> left.merge(amount.financialYear(), amount.amountPence(), Long::sum));
            leftForOthers += byAndFor
                    ? 0
                    : amounts.stream().mapToLong(YearAmount::amountPence).sum();
        }
    }

    private static Recommendation award(DemoCalls.Entry call, Sent bid, String awardId, List<YearAmount> amounts) {
        return new Recommendation(
                bid.bidId(),
                Outcome.AWARD,
                awardId,
                call.fund(),
                Slice.restriction(call.restriction()),
                amounts,
                "Led by people who know, clear about what it will do, and honestly costed.");
    }

    private static Recommendation without(Sent bid, Outcome outcome, String reason) {
        return new Recommendation(bid.bidId(), outcome, null, null, null, List.of(), reason);
    }

    private static List<YearAmount> asked(List<Budget> budgets, int percent) {
        return JointCost.of(budgets).years().stream()
                .filter(year -> year.recovery().askedPence() > 0)
                .map(year ->
                        new YearAmount(year.financialYear(), year.recovery().askedPence() * percent / 100))
                .toList();
    }
}
