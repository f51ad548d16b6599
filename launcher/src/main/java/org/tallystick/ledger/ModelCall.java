package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Recommendation;
import org.tallystick.bid.Budget;
import org.tallystick.call.CallTerms;
import org.tallystick.platform.FinancialYear;

/** A call of the model, with its bids. */
final class ModelCall {

    enum Stage {
        DRAFTED,
        APPROVED,
        DECIDED,
        INFORMED,
        OVER
    }

    /** A bid: which parts have been saved how often, who takes part, and whether it has been sent. */
    static final class Bid {
        final String id;
        final String applicant;
        final Map<String, Integer> saved = new HashMap<>();
        final Map<String, ModelPartner> partners = new LinkedHashMap<>();

        @Nullable
        Budget budget;

        LocalDate startsOn = LocalDate.MIN;
        boolean certified;
        boolean sent;
        boolean over;
        boolean reserved;

        Bid(String id, String applicant) {
            this.id = id;
            this.applicant = applicant;
        }

        /** All budgets, of the lead first; without those that are not written yet. */
        List<Budget> budgets() {
            return Stream.concat(
                            Stream.ofNullable(budget),
                            partners.values().stream().flatMap(part -> Stream.ofNullable(part.budget)))
                    .toList();
        }

        /** Which of its parts the budget of an organisation is. */
        String budgetOf(String organisation) {
            return organisation.equals(applicant) ? "budget" : "budget of " + organisation;
        }

        ModelPartner partner(String organisation) {
            return Impossible.unlessThere(partners.get(organisation), organisation + " is no partner in " + id);
        }

        int version(String part) {
            return saved.getOrDefault(part, 0);
        }

        int version() {
            return saved.values().stream().mapToInt(Integer::intValue).sum();
        }

        long asked(FinancialYear year) {
            return budgets().stream().mapToLong(one -> asked(one, year)).sum();
        }

        static long asked(Budget budget, FinancialYear year) {
            return budget.years().stream()
                    .filter(one -> one.financialYear().equals(year))
                    .mapToLong(one -> one.funding().askedPence())
                    .sum();
        }
    }

    final String id;
    CallTerms terms;
    int version = 1;
    Stage stage = Stage.DRAFTED;
    final Set<String> writers = new HashSet<>();
    final Map<String, Bid> bids = new HashMap<>();
    List<Recommendation> recommended = List.of();
    int recommendations;
    final Set<String> recommenders = new HashSet<>();

    /** All its awards, those that were promoted too, whatever became of them. */
    final List<Recommendation> given = new ArrayList<>();

    @Nullable
    Recommendation promotion;

    int promotions;
    final Set<String> promoters = new HashSet<>();

    ModelCall(String id, CallTerms terms) {
        this.id = id;
        this.terms = terms;
    }

    List<Bid> sent() {
        return bids.values().stream().filter(bid -> bid.sent && !bid.over).toList();
    }

    List<Bid> reserved() {
        return bids.values().stream().filter(bid -> bid.reserved).toList();
    }

    @Nullable
    Bid bidOf(String applicant) {
        return bids.values().stream()
                .filter(bid -> bid.applicant.equals(applicant))
                .findFirst()
                .orElse(null);
    }

    /** Whether recommendations stay within each part of the envelope, and outside of the ring-fence. */
    boolean withinEnvelope(List<Recommendation> all, Set<String> byAndFor) {
        Map<String, Long> wanted = new HashMap<>();
        long others = 0;
        for (Recommendation one : all) {
            Bid bid = bids.get(one.bidId());
            for (var amount : one.amounts()) {
                wanted.merge(
                        one.fundId() + amount.financialYear() + one.restriction(),
                        amount.amountPence(),
                        Math::addExact);
                others += bid != null && byAndFor.contains(bid.applicant) ? 0 : amount.amountPence();
            }
        }
        long total = 0;
        for (CallTerms.Envelope part : terms.envelope()) {
            wanted.merge(
                    part.fundId() + part.financialYear() + part.restriction(), -part.amountPence(), Math::addExact);
            total += part.amountPence();
        }
        return wanted.values().stream().allMatch(over -> over <= 0) && others <= total - terms.ringFencePence();
    }
}
