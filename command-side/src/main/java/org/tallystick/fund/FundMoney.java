package org.tallystick.fund;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/** Where a fund's money is, source by source: what came in, what was promised, and what awards did not spend of it. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class FundMoney {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private DrawOrder drawOrder = DrawOrder.PRO_RATA;
    private CommitAgainst commitAgainst = CommitAgainst.RECEIVED;
    private List<Slice> received = new ArrayList<>();
    private List<Slice> pledged = new ArrayList<>();
    /** Set aside or committed, whatever became of it since, and neither freed nor given back. */
    private List<Slice> used = new ArrayList<>();

    /** Kept for instalments that became payable, paid or not: only where the fund commits against pledges. */
    private List<Slice> covered = new ArrayList<>();

    private Map<String, List<Slice>> allocated = new LinkedHashMap<>();

    /** All that was ever set aside for a call, whatever became of it since. */
    private Map<String, List<Slice>> setAside = new LinkedHashMap<>();

    private Map<Unspent, List<Slice>> unspent = new LinkedHashMap<>();

    private DatedMoney freeByDay = new DatedMoney();
    private Map<String, DatedMoney> allocatedByDay = new LinkedHashMap<>();
    private Map<Unspent, DatedMoney> unspentByDay = new LinkedHashMap<>();

    /** What may be set aside and committed on a day by the fund's rules; pledges have no day on which they arrive. */
    List<Slice> drawable(LocalDate on) {
        return commitAgainst == CommitAgainst.RECEIVED
                ? free(on)
                : Slices.minusAtMost(Slices.greaterOf(received, pledged), used);
    }

    /** What has arrived and is promised to nobody, on a day and ever since. */
    List<Slice> free(LocalDate on) {
        return commitAgainst == CommitAgainst.RECEIVED ? freeByDay.leftFrom(on, free()) : free();
    }

    private List<Slice> free() {
        return Slices.minusAtMost(received, used);
    }

    /** Whether so much is set aside or committed, whatever for. */
    boolean hasUsed(List<Slice> slices) {
        return Slices.covers(used, slices);
    }

    /** What is still set aside for a call. */
    List<Slice> allocated(String callId) {
        return allocated.getOrDefault(callId, List.of());
    }

    /** What was ever set aside for a call. */
    List<Slice> setAside(String callId) {
        return setAside.getOrDefault(callId, List.of());
    }

    /** Of some money, that of a year under a restriction. */
    static long pence(List<Slice> slices, FinancialYear year, String restriction) {
        return Slices.sumPence(slices.stream()
                .filter(slice -> slice.financialYear().equals(year)
                        && slice.restriction().equals(restriction))
                .toList());
    }

    /** What of it was set aside on a day and ever since. */
    List<Slice> allocated(String callId, LocalDate on) {
        DatedMoney byDay = allocatedByDay.get(callId);
        return byDay == null ? List.of() : byDay.leftFrom(on, allocated(callId));
    }

    /** All that a fund must be without when it closes. */
    long leftPence() {
        return Slices.sumPence(free())
                + allocated.values().stream().mapToLong(Slices::sumPence).sum()
                + unspent.values().stream().mapToLong(Slices::sumPence).sum();
    }

    /** Whether awards may be promised money that has not arrived, so that each payment needs a look. */
    boolean mayPromisePledges() {
        return commitAgainst == CommitAgainst.PLEDGED;
    }

    /** Refuses to pay out what a contributor has not paid in, or what is kept for another payment. */
    void requireArrived(List<Slice> payment) {
        List<Slice> there = Slices.minusAtMost(received, covered);
        for (Slice part : payment) {
            long arrived = penceOf(part.source(), there);
            if (arrived < part.amountPence()) {
                throw Rejection.of(
                        Refusal.NOT_ENOUGH_MONEY,
                        "%s of this payment is promised out of what %s pledged for %s (%s). Of that, %s has arrived for it."
                                .formatted(
                                        Pounds.of(part.amountPence()),
                                        part.contributor(),
                                        part.financialYear(),
                                        part.restriction(),
                                        Pounds.of(arrived)));
            }
        }
    }

    /** Takes a sum out of what there is on a day, in the fund's order; refuses more for that year and purpose. */
    List<Slice> draw(List<Slice> from, LocalDate on, FinancialYear year, String restriction, long amountPence) {
        List<Slice> fitting = from.stream()
                .filter(s -> s.financialYear().equals(year) && s.restriction().equals(restriction))
                .toList();
        long there = Slices.sumPence(fitting);
        if (there < amountPence) {
            throw notEnough(
                    amountPence,
                    "%s is free for %s (%s), as at %s"
                            .formatted(Pounds.of(there), year, Slice.restrictionInWords(restriction), DAY.format(on)));
        }
        return Slices.take(fitting, amountPence, drawOrder);
    }

    /** Refuses to take back of a pledge what has arrived, or what was set aside or committed against it. */
    void requireOpenPledge(Slice wanted) {
        long toCome = penceOf(wanted.source(), Slices.minusAtMost(pledged, received));
        if (toCome < wanted.amountPence()) {
            throw notEnough(
                    wanted.amountPence(),
                    "%s of what this contributor pledged for %s (%s) is still to come"
                            .formatted(
                                    Pounds.of(toCome),
                                    wanted.financialYear(),
                                    Slice.restrictionInWords(wanted.restriction())));
        }
        long unpromised = penceOf(wanted.source(), Slices.minusAtMost(pledged, used));
        if (unpromised < wanted.amountPence()) {
            throw notEnough(
                    wanted.amountPence(),
                    "%s of this pledge is promised to nobody: the rest is set aside for calls or committed to awards"
                            .formatted(Pounds.of(unpromised)));
        }
    }

    /** A sum of one source that awards did not spend by a day; refuses more than there is of it. */
    List<Slice> unspent(Unspent why, Slice wanted, LocalDate on) {
        DatedMoney byDay = unspentByDay.getOrDefault(why, new DatedMoney());
        long there = penceOf(wanted.source(), byDay.leftFrom(on, unspentBy(why)));
        if (there < wanted.amountPence()) {
            throw notEnough(
                    wanted.amountPence(),
                    "%s of what this contributor gave for %s (%s) %s and is here"
                            .formatted(
                                    Pounds.of(there),
                                    wanted.financialYear(),
                                    Slice.restrictionInWords(wanted.restriction()),
                                    why == Unspent.RETURNED ? "came back from awards" : "was not needed by awards"));
        }
        return List.of(wanted);
    }

    /**
     * The same, for giving it back: money that was promised out of a pledge and never arrived cannot go back to who
     * pledged it.
     */
    List<Slice> unspentArrived(Unspent why, Slice wanted, LocalDate on) {
        List<Slice> all = unspent.values().stream().reduce(List.of(), Slices::plus);
        long arrived = penceOf(wanted.source(), Slices.minusAtMost(received, Slices.minusAtMost(used, all)));
        List<Slice> slices = unspent(why, wanted, on);
        if (arrived < wanted.amountPence()) {
            throw notEnough(
                    wanted.amountPence(),
                    "%s has arrived from %s and is not promised to others"
                            .formatted(Pounds.of(arrived), wanted.contributor()));
        }
        return slices;
    }

    /** After an event that took effect on a day. */
    void evolve(FundEvent event, LocalDate on) {
        byDay(event, on);
        switch (event) {
            case FundEvent.FundOpened e -> {
                drawOrder = e.drawOrder();
                commitAgainst = e.commitAgainst();
            }
            case FundEvent.ContributionPledged e -> pledged = Slices.plus(pledged, List.of(e.pledge()));
            case FundEvent.PledgeWithdrawn e -> pledged = Slices.minus(pledged, List.of(e.pledge()));
            case FundEvent.ContributionReceived e -> received = Slices.plus(received, e.slices());
            case FundEvent.ContributionReturned e -> giveBack(e.slices());
            case FundEvent.MoneyAllocated e -> {
                used = Slices.plus(used, e.slices());
                allocated.merge(e.callId(), e.slices(), Slices::plus);
                setAside.merge(e.callId(), e.slices(), Slices::plus);
            }
            case FundEvent.AllocationReleased e -> {
                used = Slices.minus(used, e.slices());
                allocated.computeIfPresent(e.callId(), (_, slices) -> Slices.minus(slices, e.slices()));
            }
            case FundEvent.MoneyCommitted e -> {
                if (e.callId() == null) {
                    used = Slices.plus(used, e.slices());
                } else {
                    allocated.computeIfPresent(e.callId(), (_, slices) -> Slices.minus(slices, e.slices()));
                }
            }
            case FundEvent.CommitmentReleased e -> used = Slices.minus(used, e.slices());
            case FundEvent.PaymentCovered e -> covered = Slices.plus(covered, e.slices());
            case FundEvent.PaymentUncovered e -> covered = Slices.minus(covered, e.slices());
            case FundEvent.UnspentMoneyNoted e -> {
                unspent.merge(e.unspent(), e.slices(), Slices::plus);
                if (e.unspent() == Unspent.RETURNED) {
                    covered = Slices.minusAtMost(covered, e.slices());
                }
            }
            case FundEvent.UnspentMoneyFreed e -> decided(e.unspent(), e.slices());
            case FundEvent.UnspentMoneyReturned e -> {
                decided(e.unspent(), e.slices());
                giveBack(e.slices());
            }
            case FundEvent.FundFrozen _, FundEvent.FundUnfrozen _, FundEvent.FundClosed _ -> {}
        }
    }

    private void byDay(FundEvent event, LocalDate on) {
        switch (event) {
            case FundEvent.ContributionReceived e -> freeByDay.add(on, e.slices());
            case FundEvent.ContributionReturned e -> freeByDay.take(on, e.slices());
            case FundEvent.CommitmentReleased e -> freeByDay.add(on, e.slices());
            case FundEvent.MoneyAllocated e -> {
                freeByDay.take(on, e.slices());
                allocatedByDay
                        .computeIfAbsent(e.callId(), _ -> new DatedMoney())
                        .add(on, e.slices());
            }
            case FundEvent.AllocationReleased e -> {
                freeByDay.add(on, e.slices());
                allocatedByDay.remove(e.callId());
            }
            case FundEvent.MoneyCommitted e ->
                (e.callId() == null ? freeByDay : allocatedByDay.getOrDefault(e.callId(), new DatedMoney()))
                        .take(on, e.slices());
            case FundEvent.UnspentMoneyNoted e -> unspentByDay(e.unspent()).add(on, e.slices());
            case FundEvent.UnspentMoneyFreed e -> {
                unspentByDay(e.unspent()).take(on, e.slices());
                freeByDay.add(on, e.slices());
            }
            case FundEvent.UnspentMoneyReturned e -> unspentByDay(e.unspent()).take(on, e.slices());
            default -> {}
        }
    }

    private DatedMoney unspentByDay(Unspent why) {
        return unspentByDay.computeIfAbsent(why, _ -> new DatedMoney());
    }

    private void decided(Unspent why, List<Slice> slices) {
        unspent.put(why, Slices.minus(unspentBy(why), slices));
        used = Slices.minus(used, slices);
    }

    /** What went back is not owed again: the pledge it came with goes down by as much. */
    private void giveBack(List<Slice> slices) {
        received = Slices.minus(received, slices);
        pledged = Slices.minusAtMost(pledged, slices);
    }

    private List<Slice> unspentBy(Unspent why) {
        return unspent.getOrDefault(why, List.of());
    }

    private static long penceOf(Slice.Source source, List<Slice> slices) {
        return Slices.sumPence(
                slices.stream().filter(slice -> slice.source().equals(source)).toList());
    }

    private static Rejection notEnough(long wantedPence, String there) {
        return Rejection.of(
                Refusal.NOT_ENOUGH_MONEY, "amountPence", Pounds.of(wantedPence) + " was asked for, and " + there + ".");
    }
}
