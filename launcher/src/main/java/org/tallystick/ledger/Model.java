package org.tallystick.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Recommendation;
import org.tallystick.award.Gap;
import org.tallystick.fund.Unspent;
import org.tallystick.ledger.Purse.Source;
import org.tallystick.registry.CostProfile;

/**
 * What the money must be, in the plainest way: purses that are filled and emptied by the commands that were accepted.
 * Of the product it knows the commands and the names of the ledger's accounts, and nothing of how anything is done.
 */
final class Model {

    final Map<String, ModelFund> funds = new LinkedHashMap<>();
    final Map<String, ModelCall> calls = new LinkedHashMap<>();
    final Map<String, ModelAward> awards = new LinkedHashMap<>();

    /** How often something happened that histories must get to. */
    final Map<String, Integer> reached = new TreeMap<>();

    private final Map<String, List<CostProfile>> profiles = new HashMap<>();

    ModelFund fund(String id) {
        return Impossible.unlessThere(funds.get(id), "no fund " + id);
    }

    ModelCall call(String id) {
        return Impossible.unlessThere(calls.get(id), "no call " + id);
    }

    ModelAward award(String id) {
        return Impossible.unlessThere(awards.get(id), "no award " + id);
    }

    @Nullable
    ModelCall callOfBid(String bidId) {
        return calls.values().stream()
                .filter(call -> call.bids.containsKey(bidId))
                .findFirst()
                .orElse(null);
    }

    /** What an organisation's projects share, in all versions. */
    List<CostProfile> profiles(String organisation) {
        return profiles.computeIfAbsent(organisation, _ -> new ArrayList<>(List.of(Cast.profile(1))));
    }

    /** The awards of a call that did not come to nothing. */
    List<Recommendation> held(ModelCall call) {
        return call.given.stream()
                .filter(one -> award(String.valueOf(one.awardId())).stage != ModelAward.Stage.ENDED)
                .toList();
    }

    /** Whether awards that are made together pay for no shared cost that others, or one of them, pay for already. */
    boolean paidOnce(ModelCall call, List<Recommendation> together) {
        List<SharedCosts.Paid> others = new ArrayList<>(awards.values().stream()
                .filter(award -> award.stage != ModelAward.Stage.ENDED)
                .flatMap(award -> award.shared.stream())
                .toList());
        for (Recommendation one : together) {
            ModelCall.Bid bid = Impossible.unlessThere(call.bids.get(one.bidId()), "no bid " + one.bidId());
            List<SharedCosts.Paid> more = SharedCosts.paid(bid, one.amounts());
            if (!SharedCosts.once(more, others)) {
                return false;
            }
            others.addAll(more);
        }
        return true;
    }

    void reached(String what) {
        reached.merge(what, 1, Integer::sum);
    }

    /** What every account of the ledger must say, by account and source; accounts with nothing on them are left out. */
    Map<String, Long> balances() {
        Map<String, Long> all = new HashMap<>();
        funds.values().forEach(fund -> ofFund(fund, all));
        awards.values().forEach(award -> ofAward(award, all));
        all.values().removeIf(pence -> pence == 0);
        return all;
    }

    private static void ofFund(ModelFund fund, Map<String, Long> all) {
        fund.received.all().forEach((source, pence) -> {
            put(all, "contributor:" + source.contributor(), source, -pence);
            put(all, "fund:" + fund.id + ":available", source, pence);
        });
        fund.used.all().forEach((source, pence) -> put(all, "fund:" + fund.id + ":available", source, -pence));
        fund.allocated.forEach((call, purse) -> put(all, "fund:" + fund.id + ":allocated:" + call, purse.all()));
        for (Unspent why : Unspent.values()) {
            put(
                    all,
                    "fund:" + fund.id + ":" + why.name().toLowerCase(Locale.ROOT),
                    fund.purse(why).all());
        }
    }

    private static void ofAward(ModelAward award, Map<String, Long> all) {
        switch (award.stage) {
            case COMMITTED, OFFERED -> put(all, "fund:" + award.fundId + ":committed:" + award.id, award.all());
            case ENDED -> {
                return;
            }
            case ACTIVE, SUSPENDED, CLOSED -> {
                for (int number = 1; number <= award.pays.size(); number++) {
                    ModelAward.Pay pay = award.pay(number);
                    switch (pay.stage) {
                        case SCHEDULED -> put(all, "award:" + award.id + ":obligated", pay.money);
                        case PAYABLE, INSTRUCTED, FAILED ->
                            put(all, "award:" + award.id + ":payable:" + number, pay.money);
                        case PAID, LAPSED -> {}
                    }
                }
                put(all, "org:" + award.recipient + ":received", award.paid.all());
            }
        }
        award.gaps.forEach((organisation, gaps) -> {
            for (Gap gap : gaps) {
                Source source = new Source(organisation, gap.financialYear().startYear(), "unrestricted");
                String carrier = gap.carrier().name().toLowerCase(Locale.ROOT).replace('_', '-');
                put(all, "gap:" + award.id + ":" + carrier, source, gap.amountPence());
                put(all, "unfunded:" + award.fundId, source, -gap.amountPence());
            }
        });
    }

    private static void put(Map<String, Long> all, String account, Map<Source, Long> sum) {
        sum.forEach((source, pence) -> put(all, account, source, pence));
    }

    private static void put(Map<String, Long> all, String account, Source source, long pence) {
        all.merge(key(account, source.contributor(), source.year(), source.restriction()), pence, Math::addExact);
    }

    /** How a balance is named. */
    static String key(String account, String contributor, int year, String restriction) {
        return account + " | " + contributor + " | " + year + " | " + restriction;
    }
}
