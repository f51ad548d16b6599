package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Recommendation;
import org.tallystick.assessment.YearAmount;
import org.tallystick.award.Instalment;
import org.tallystick.fund.Unspent;
import org.tallystick.ledger.Purse.Source;

/** A fund of the model: purses, and sums over them. */
final class ModelFund {

    final String id;
    final boolean inOrder;
    final boolean againstPledges;
    final Purse received = new Purse();
    final Purse pledged = new Purse();
    final Purse used = new Purse();
    final Purse covered = new Purse();
    final Map<String, Purse> allocated = new HashMap<>();
    final Map<Unspent, Purse> unspent = Map.of(Unspent.RETURNED, new Purse(), Unspent.LAPSED, new Purse());
    boolean frozen;
    boolean closed;

    ModelFund(String id, boolean inOrder, boolean againstPledges) {
        this.id = id;
        this.inOrder = inOrder;
        this.againstPledges = againstPledges;
    }

    /** What has arrived and is promised to nobody, on a day and ever since. */
    Map<Source, Long> free(LocalDate on) {
        Map<Source, Long> free = Purse.beyond(received.all(), used.all());
        List<LocalDate> days = received.daysFrom(on);
        days.addAll(used.daysFrom(on));
        if (!againstPledges) {
            for (LocalDate day : days) {
                free.replaceAll((source, pence) -> Math.min(pence, received.on(day, source) - used.on(day, source)));
            }
            free.values().removeIf(pence -> pence <= 0);
        }
        return free;
    }

    /** What may be set aside and committed. */
    Map<Source, Long> drawable(LocalDate on) {
        if (!againstPledges) {
            return free(on);
        }
        Map<Source, Long> more = Purse.beyond(pledged.all(), received.all());
        return Purse.beyond(Purse.plus(received.all(), more), used.all());
    }

    Map<Source, Long> allocatedTo(String callId, LocalDate on) {
        Purse purse = allocated.get(callId);
        return purse == null ? Map.of() : purse.leastFrom(on);
    }

    /** A sum for a year under a restriction out of some money; nothing where there is not so much. */
    @Nullable
    Map<Source, Long> draw(Map<Source, Long> from, int year, String restriction, long pence) {
        Map<Source, Long> fitting = Purse.fitting(from, year, restriction);
        return Purse.total(fitting) < pence ? null : Purse.part(fitting, pence, inOrder);
    }

    /** The money of each instalment; nothing where there is not enough. */
    @Nullable
    List<Map<Source, Long>> drawn(Map<Source, Long> from, String restriction, List<Instalment.Planned> schedule) {
        List<Map<Source, Long>> all = new java.util.ArrayList<>();
        Map<Source, Long> left = new LinkedHashMap<>(from);
        for (Instalment.Planned planned : schedule) {
            Map<Source, Long> part =
                    draw(left, planned.financialYear().startYear(), restriction, planned.amountPence());
            if (part == null) {
                return null;
            }
            all.add(part);
            left = Purse.beyond(left, part);
        }
        return all;
    }

    /** What is no longer set aside for a call and is to be once more; nothing where that is not free. */
    @Nullable
    Map<Source, Long> missing(String callId, Recommendation promotion, LocalDate on) {
        Map<Source, Long> there = allocated.getOrDefault(callId, new Purse()).all();
        Map<Source, Long> all = new LinkedHashMap<>();
        for (YearAmount amount : promotion.amounts()) {
            int year = amount.financialYear().startYear();
            String restriction = String.valueOf(promotion.restriction());
            long lacking = amount.amountPence() - Purse.total(Purse.fitting(there, year, restriction));
            if (lacking > 0) {
                Map<Source, Long> drawn = draw(drawable(on), year, restriction, lacking);
                if (drawn == null) {
                    return null;
                }
                all.putAll(drawn);
            }
        }
        return all;
    }

    /** Whether so much of a pledge is neither here nor promised. */
    boolean openPledge(Source source, long pence) {
        return pledged.of(source) - received.of(source) >= pence && pledged.of(source) - used.of(source) >= pence;
    }

    boolean hasUnspent(Unspent why, Source source, LocalDate on, long pence) {
        return purse(why).leastFrom(on).getOrDefault(source, 0L) >= pence;
    }

    /** Whether so much has arrived that is not promised to others: only that can go back to who gave it. */
    boolean hasArrived(Source source, long pence) {
        long all =
                unspent.values().stream().mapToLong(purse -> purse.of(source)).sum();
        return received.of(source) - (used.of(source) - all) >= pence;
    }

    /** Whether the money of a payment has arrived and is not kept for others. */
    boolean canCover(Map<Source, Long> payment) {
        return !againstPledges
                || payment.entrySet().stream()
                        .allMatch(part -> received.of(part.getKey()) - covered.of(part.getKey()) >= part.getValue());
    }

    void giveBack(LocalDate on, Map<Source, Long> sum) {
        received.take(on, sum);
        pledged.takeAtMost(on, sum);
    }

    long left() {
        return Purse.total(Purse.beyond(received.all(), used.all()))
                + allocated.values().stream().mapToLong(Purse::total).sum()
                + unspent.values().stream().mapToLong(Purse::total).sum();
    }

    Purse purse(Unspent why) {
        return Impossible.unlessThere(unspent.get(why), "no such purse");
    }
}
