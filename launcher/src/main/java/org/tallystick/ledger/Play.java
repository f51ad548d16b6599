package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.CommandsInMemory;
import org.tallystick.platform.Event;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/**
 * A history being played: each step is sent to the product and compared with the model, and after each one the ledger
 * that follows from the events is compared with the model's balances, account by account and source by source.
 */
final class Play implements AutoCloseable {

    /** What a step came to. */
    enum Result {
        ACCEPTED,
        REFUSED
    }

    /**
     * Something that must not be.
     *
     * @param kind of which sort it is; the same for the same fault found in a shorter history
     */
    record Fault(String kind, String words) {}

    private static final Set<Refusal> FOR_MONEY =
            Set.of(Refusal.NOT_ENOUGH_MONEY, Refusal.MONEY_LEFT, Refusal.LIMIT_EXCEEDED, Refusal.PAID_TWICE);
    private static final List<DomainEventMessage<?>> ENTERED = entered();

    private final CommandsInMemory product;
    private final Function<Event, List<Posting>> rules;
    private final Model model = new Model();
    private final Expected expected = new Expected(model);
    private final Happened happened = new Happened(model);
    private final Map<String, Long> ledger = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Long>> byDay = new HashMap<>();
    private final Map<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);
    private final ReplayOracle oracle;
    private int seen;

    /** Of the product as it is, or with a fault that a test plants in it. */
    Play(Planted planted) {
        product = new CommandsInMemory(Cast.TWO_APPROVALS_ABOVE_PENCE, Cast.LIGHT_TOUCH_PENCE, planted.kept());
        rules = planted.rules();
        oracle = new ReplayOracle(planted.read());
        product.remember(ENTERED);
        seen = ENTERED.size();
    }

    Model model() {
        return model;
    }

    Map<Refusal, Integer> refusals() {
        return refusals;
    }

    /** The first fault of a whole history, if there is one. */
    static @Nullable Fault faultOf(List<Step> steps, Planted planted) {
        try (Play play = new Play(planted)) {
            for (Step step : steps) {
                try {
                    play.play(step);
                } catch (Found found) {
                    return found.fault;
                }
            }
            return play.end();
        }
    }

    /** Reads the history again; what is not what it was, if anything is. */
    @Nullable
    Fault end() {
        return oracle.differs().map(words -> new Fault("replay", words)).orElse(null);
    }

    /** All that has happened. */
    List<DomainEventMessage<?>> events() {
        return product.messagesAfter(0);
    }

    /** How many positions were compared when it was read again, beside the last. */
    int sampled() {
        return oracle.samples();
    }

    /** A fault was found. */
    static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Found(Fault fault) {
            super(fault.words());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /** Plays one step; throws {@link Found}. */
    Result play(Step step) {
        boolean enough = expected.enough(step);
        try {
            product.send(step.command(), step.actor(), step.at());
        } catch (Rejection refused) {
            refusals.merge(refused.refusal(), 1, Integer::sum);
            require(
                    !enough || !FOR_MONEY.contains(refused.refusal()),
                    "refused",
                    "Refused, though by the model there is enough: " + refused.sentence());
            require(product.size() == seen, "traces", "It was refused and left traces.");
            return Result.REFUSED;
        } catch (RuntimeException broken) {
            throw new Found(new Fault("broke", "It broke: " + broken));
        }
        require(enough, "accepted", "Accepted, though by the model there is not enough.");
        try {
            happened.with(step);
        } catch (Impossible impossible) {
            throw new Found(new Fault("impossible", "Accepted, though by the model: " + impossible.getMessage()));
        }
        post();
        compare();
        return Result.ACCEPTED;
    }

    private void post() {
        for (DomainEventMessage<?> message : product.messagesAfter(seen)) {
            LocalDate on = CommandContext.dayOf(
                    message.getTimestamp(), (String) message.getMetaData().get(CommandContext.EFFECTIVE_ON));
            List<Posting> postings = rules.apply((Event) message.getPayload());
            oracle.happened(message, postings);
            for (Posting posting : postings) {
                move(posting.debitAccount(), posting, on, posting.slice().amountPence());
                move(posting.creditAccount(), posting, on, -posting.slice().amountPence());
            }
        }
        seen = product.size();
    }

    private void move(String account, Posting posting, LocalDate on, long pence) {
        String key = Model.key(
                account,
                posting.slice().contributor(),
                posting.slice().financialYear().startYear(),
                posting.slice().restriction());
        ledger.merge(key, pence, Math::addExact);
        ledger.remove(key, 0L);
        byDay.computeIfAbsent(key, _ -> new TreeMap<>()).merge(on, pence, Math::addExact);
    }

    private void compare() {
        Map<String, Long> wanted = model.balances();
        if (!wanted.equals(ledger)) {
            List<String> different = new ArrayList<>();
            wanted.forEach((account, pence) -> differs(different, account, pence, ledger.getOrDefault(account, 0L)));
            ledger.forEach((account, pence) -> differs(different, account, wanted.getOrDefault(account, 0L), pence));
            throw new Found(new Fault(
                    "balances", String.join("; ", different.stream().distinct().toList())));
        }
        require(ledger.values().stream().mapToLong(Long::longValue).sum() == 0, "sum", "Debits are not credits.");
        byDay.forEach((account, days) -> {
            if (!mayBeBelowZero(account)) {
                long balance = 0;
                for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
                    balance += day.getValue();
                    require(balance >= 0, "below zero", account + " is at " + balance + " as at " + day.getKey());
                }
            }
        });
    }

    private static void differs(List<String> different, String account, long wanted, long is) {
        if (wanted != is) {
            different.add(account + " is " + is + " and must be " + wanted);
        }
    }

    /** Where money comes from is a debt; a fund that promises pledges has promised more than it has. */
    private boolean mayBeBelowZero(String account) {
        return account.startsWith("contributor:")
                || account.startsWith("unfunded:")
                || model.funds.values().stream()
                        .anyMatch(fund -> fund.againstPledges && account.startsWith("fund:" + fund.id + ":available"));
    }

    private static void require(boolean so, String kind, String words) {
        if (!so) {
            throw new Found(new Fault(kind, words));
        }
    }

    private static List<DomainEventMessage<?>> entered() {
        try (CommandsInMemory empty = new CommandsInMemory(Cast.TWO_APPROVALS_ABOVE_PENCE, Cast.LIGHT_TOUCH_PENCE)) {
            Cast.enters().forEach(step -> empty.send(step.command(), step.actor(), step.at()));
            return empty.messagesAfter(0);
        }
    }

    @Override
    public void close() {
        product.close();
    }
}
