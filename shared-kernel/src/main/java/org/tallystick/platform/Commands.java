package org.tallystick.platform;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tallystick.assessment.AssessmentCommand;
import org.tallystick.award.AwardCommand;
import org.tallystick.bid.BidCommand;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.control.ControlCommand;
import org.tallystick.fund.FundCommand;
import org.tallystick.history.HistoryCommand;
import org.tallystick.payment.PaymentCommand;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.replay.ReplayCommand;

/** All commands by the name they have in {@code POST /api/commands/{name}}. */
public final class Commands {

    /** The sealed roots, one per domain. */
    public static final List<Class<? extends Command>> ROOTS = List.of(
            OrganisationCommand.class,
            FundCommand.class,
            GrantCallCommand.class,
            BidCommand.class,
            AssessmentCommand.class,
            AwardCommand.class,
            PaymentCommand.class,
            HistoryCommand.class,
            ControlCommand.class,
            ReplayCommand.class);

    private static final Map<String, Class<? extends Command>> BY_NAME = byName();

    private Commands() {}

    /** All commands by name, in alphabetical order. */
    public static Map<String, Class<? extends Command>> all() {
        return BY_NAME;
    }

    /** The command of that name, if there is one. */
    public static Optional<Class<? extends Command>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, Class<? extends Command>> byName() {
        Map<String, Class<? extends Command>> commands = new TreeMap<>();
        for (Class<? extends Command> root : ROOTS) {
            for (Class<?> leaf : SealedTypes.leavesOf(root)) {
                if (commands.put(leaf.getSimpleName(), leaf.asSubclass(Command.class)) != null) {
                    throw new IllegalStateException("Two commands are called " + leaf.getSimpleName() + ".");
                }
            }
        }
        return Collections.unmodifiableMap(commands);
    }
}
