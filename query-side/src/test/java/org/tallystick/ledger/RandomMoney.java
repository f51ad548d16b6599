package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Gap;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.fund.Unspent;
import org.tallystick.platform.Event;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.LogFixture;

/** Money events drawn from a seed, and the plain ledger kept beside them that every read model must agree with. */
final class RandomMoney {

    private final Random random;
    private final LogFixture log;
    private final Map<Long, Map<String, Long>> netsAfter = new TreeMap<>();
    private final Map<String, Long> nets = new TreeMap<>();
    private final Map<String, Long> netsUpToEnd2025 = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** A posting with the event it comes from and the day it takes effect. */
    record Entry(long position, LocalDate day, Posting posting) {}

    static final LocalDate END_2025 = LocalDate.of(2025, 12, 31);

    RandomMoney(long seed, LogFixture log) {
        this.random = new Random(seed);
        this.log = log;
    }

    void append(int events) {
        long before = log.head();
        for (int i = 1; i <= events; i++) {
            Event event = next();
            LocalDate day = LocalDate.of(2024, 4, 1).plusDays(random.nextInt(800));
            log.addOn(day, "a" + random.nextInt(50), "p" + random.nextInt(5), event);
            keep(before + i, event, day);
        }
        long head = log.append();
        netsAfter.put(head, Map.copyOf(nets));
    }

    Map<String, Long> nets() {
        return nets;
    }

    Map<String, Long> netsUpToEnd2025() {
        return netsUpToEnd2025;
    }

    Map<Long, Map<String, Long>> netsAfter() {
        return netsAfter;
    }

    /** All of them, in the order of the history. */
    List<Entry> entries() {
        return entries;
    }

    private void keep(long position, Event event, LocalDate day) {
        for (Posting posting : PostingRules.postings(event)) {
            entries.add(new Entry(position, day, posting));
            long pence = posting.slice().amountPence();
            nets.merge(posting.debitAccount(), pence, Long::sum);
            nets.merge(posting.creditAccount(), -pence, Long::sum);
            if (!day.isAfter(END_2025)) {
                netsUpToEnd2025.merge(posting.debitAccount(), pence, Long::sum);
                netsUpToEnd2025.merge(posting.creditAccount(), -pence, Long::sum);
            }
        }
    }

    private Event next() {
        String fund = "fund-" + random.nextInt(4);
        String award = "award-" + random.nextInt(30);
        String recipient = "GB-CHC-10000" + random.nextInt(10);
        String call = "call-" + random.nextInt(3);
        int instalment = 1 + random.nextInt(4);
        List<Slice> slices = slices();
        return switch (random.nextInt(16)) {
            case 0 -> new FundEvent.ContributionReceived(fund, slices, "ref\t" + random.nextInt());
            case 1 -> new FundEvent.ContributionReturned(fund, slices);
            case 2 -> new FundEvent.MoneyAllocated(fund, call, slices);
            case 3 -> new FundEvent.AllocationReleased(fund, call, slices);
            case 4 -> new FundEvent.MoneyCommitted(fund, award, random.nextBoolean() ? call : null, recipient, slices);
            case 5 -> new FundEvent.CommitmentReleased(fund, award, slices);
            case 6 -> new AwardEvent.AgreementSigned(award, fund, recipient, slices);
            case 7 -> new AwardEvent.InstalmentMadePayable(award, fund, recipient, instalment, slices);
            case 8 -> new AwardEvent.PaymentPaid(award, fund, recipient, instalment, "b", slices);
            case 9 -> new AwardEvent.MoneyReturned(award, fund, recipient, slices);
            case 10 -> new AwardEvent.MoneyLapsed(award, fund, recipient, instalment, slices);
            case 11 -> new FundEvent.UnspentMoneyFreed(fund, Unspent.RETURNED, slices);
            case 12 -> new FundEvent.UnspentMoneyReturned(fund, Unspent.LAPSED, slices);
            case 13 -> new AwardEvent.GapRecorded(award, fund, call, "o", recipient, Long.MAX_VALUE, gaps());
            case 14 -> new AwardEvent.GapReleased(award, fund, null, recipient, gaps());
            default -> new AwardEvent.AwardSuspended(award);
        };
    }

    private List<Gap> gaps() {
        GapCarrier[] carriers = GapCarrier.values();
        return List.of(new Gap(
                new FinancialYear(2024 + random.nextInt(3)),
                carriers[random.nextInt(carriers.length)],
                1 + random.nextLong(10_000_000)));
    }

    private List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            slices.add(new Slice(
                    "GB-LAE-AB" + (char) ('A' + i),
                    new FinancialYear(2024 + random.nextInt(3)),
                    random.nextBoolean() ? Slice.UNRESTRICTED : "women's \\ centre\nwork; \"=1+1\" | £\tonly",
                    1 + random.nextLong(10_000_000)));
        }
        return slices;
    }
}
