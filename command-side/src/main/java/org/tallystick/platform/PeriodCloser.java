package org.tallystick.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tallystick.award.AwardEvent;
import org.tallystick.fund.FundEvent;
import org.tallystick.history.HistoryCommand;
import org.tallystick.history.HistoryCommand.ClosePeriod;
import org.tallystick.history.MerkleTree;
import org.tallystick.history.SealedBalance;
import org.tallystick.ledger.Account;
import org.tallystick.ledger.Posting;
import org.tallystick.ledger.PostingRules;

/**
 * Seals the balances of each month and each financial year that has ended since the log was opened. What is recorded
 * later, though it takes effect in a closed period, is in the next seal: a seal says what was known when it was made.
 */
public final class PeriodCloser extends Repeated {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final long ONE_AT_A_TIME = 0x7461_6c6c_7065_7269L;
    private static final int PAGE = 1_000;
    private static final int SALT_BYTES = 32;
    private static final int LAST_MONTH_OF_YEAR = 3;

    private final SequencedLog log;
    private final EventSerializer serializer = new EventSerializer(TypeNames.ofEvents());
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LogRecord history;
    private final CommandDispatcher commands;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Over the command side's database. */
    public PeriodCloser(DataSource source, CommandDispatcher commands, Clock clock) {
        super("periods", PAUSE, PAUSE);
        this.log = new SequencedLog(source);
        this.jdbc = new JdbcTemplate(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.history = new LogRecord(source);
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    protected void once() {
        closeDue();
    }

    /** Closes every period that is over and not closed. */
    public void closeDue() {
        LocalDate opened = history.openedOn();
        if (opened == null) {
            return;
        }
        List<String> closed = history.closedPeriods();
        YearMonth now = YearMonth.from(UkTime.dayOf(clock.instant()));
        for (YearMonth month = YearMonth.from(opened); month.isBefore(now); month = month.plusMonths(1)) {
            for (String period : endingWith(month)) {
                if (!closed.contains(period)) {
                    close(period);
                }
            }
        }
    }

    private static List<String> endingWith(YearMonth month) {
        return month.getMonthValue() == LAST_MONTH_OF_YEAR
                ? List.of(month.toString(), "FY" + FinancialYear.of(month.atEndOfMonth()))
                : List.of(month.toString());
    }

    private void close(String period) {
        long upTo = log.headPosition();
        List<SealedBalance> balances = balances(upTo, HistoryCommand.lastDayOf(period));
        byte[] root =
                MerkleTree.root(balances.stream().map(SealedBalance::leafHash).toList());
        ClosePeriod command = new ClosePeriod(
                HistoryCommand.LOG,
                period,
                upTo,
                balances.size(),
                sumOfMoney(balances, true),
                sumOfMoney(balances, false),
                Base64.getEncoder().encodeToString(root));
        transaction.executeWithoutResult(_ -> {
            // One node at a time; whoever was quicker, its seal counts.
            jdbc.query("SELECT pg_advisory_xact_lock(?)", _ -> {}, ONE_AT_A_TIME);
            if (!history.closedPeriods().contains(period)) {
                keep(period, balances);
                commands.recorded(command, Actor.OPERATOR, "close-" + period);
            }
        });
    }

    private void keep(String period, List<SealedBalance> balances) {
        for (int number = 0; number < balances.size(); number++) {
            SealedBalance balance = balances.get(number);
            jdbc.update(
                    "INSERT INTO history.sealed_balance (period, number, account, debit_pence, credit_pence, salt)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    period,
                    number,
                    balance.account(),
                    balance.debitPence(),
                    balance.creditPence(),
                    HexFormat.of().parseHex(balance.salt()));
        }
    }

    private static long sumOfMoney(List<SealedBalance> balances, boolean debit) {
        return balances.stream()
                .filter(balance -> !Account.isMemo(balance.account()))
                .mapToLong(balance -> debit ? balance.debitPence() : balance.creditPence())
                .reduce(0, Math::addExact);
    }

    /** Every account that is not at zero, from what is known up to a position and took effect up to a day. */
    private List<SealedBalance> balances(long upTo, LocalDate lastDay) {
        Map<String, Long> nets = new TreeMap<>();
        long after = 0;
        while (after < upTo) {
            List<SequencedEvent> page = log.read(after, (int) Math.min(PAGE, upTo - after));
            if (page.isEmpty()) {
                throw new IllegalStateException("The log ends at position " + after + ", before " + upTo + ".");
            }
            EventUtils.upcastAndDeserializeTrackedEvents(page.stream(), serializer, Upcasters.all())
                    .filter(event -> movesMoney(event.getPayloadType())
                            && !effectiveOn(event).isAfter(lastDay))
                    .forEach(event -> add(nets, PostingRules.postings((Event) event.getPayload())));
            after = page.getLast().position();
        }
        List<SealedBalance> balances = new ArrayList<>();
        nets.forEach((account, net) -> {
            if (net != 0) {
                balances.add(new SealedBalance(account, Math.max(net, 0), Math.max(-net, 0), salt()));
            }
        });
        return balances;
    }

    private static boolean movesMoney(Class<?> type) {
        return FundEvent.Money.class.isAssignableFrom(type)
                || AwardEvent.Money.class.isAssignableFrom(type)
                || AwardEvent.Memo.class.isAssignableFrom(type);
    }

    private static LocalDate effectiveOn(TrackedEventMessage<?> event) {
        return CommandContext.dayOf(
                event.getTimestamp(), (String) event.getMetaData().get(CommandContext.EFFECTIVE_ON));
    }

    private static void add(Map<String, Long> nets, List<Posting> postings) {
        for (Posting posting : postings) {
            nets.merge(posting.debitAccount(), posting.slice().amountPence(), Math::addExact);
            nets.merge(posting.creditAccount(), -posting.slice().amountPence(), Math::addExact);
        }
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
