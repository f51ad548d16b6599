package org.tallystick.platform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tallystick.assessment.AssessmentEvent;
import org.tallystick.award.AwardEvent;
import org.tallystick.bid.BidEvent;
import org.tallystick.bid.OverheadEvent;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.control.ControlEvent;
import org.tallystick.fund.FundEvent;
import org.tallystick.history.HistoryEvent;
import org.tallystick.payment.PaymentEvent;
import org.tallystick.registry.OrganisationEvent;
import org.tallystick.replay.ReplayEvent;

/**
 * The stable names under which events are stored, such as {@code fund.MoneyCommitted}: independent of Java packages.
 */
public final class EventTypes {

    /** The sealed roots, one per domain. */
    public static final List<Class<? extends Event>> ROOTS = List.of(
            OrganisationEvent.class,
            FundEvent.class,
            GrantCallEvent.class,
            BidEvent.class,
            OverheadEvent.class,
            AssessmentEvent.class,
            AwardEvent.class,
            PaymentEvent.class,
            HistoryEvent.class,
            ControlEvent.class,
            ReplayEvent.class);

    private static final Map<String, Class<?>> BY_NAME = byName();

    private EventTypes() {}

    /** All events, by stored name, in alphabetical order. */
    public static Map<String, Class<?>> all() {
        return BY_NAME;
    }

    /** The stored name of an event's class: its domain, a dot, its simple name. */
    public static String nameOf(Class<?> event) {
        String domain = event.getPackageName().substring(event.getPackageName().lastIndexOf('.') + 1);
        return domain + "." + event.getSimpleName();
    }

    /**
     * The class of a stored name.
     *
     * @throws IllegalArgumentException where no event has that name
     */
    public static Class<?> classOf(String name) {
        Class<?> event = BY_NAME.get(name);
        if (event == null) {
            throw new IllegalArgumentException("No event is called " + name + ".");
        }
        return event;
    }

    /** The revision an event is written in now. */
    public static String revisionOf(Class<?> event) {
        Revision revision = event.getAnnotation(Revision.class);
        return revision == null ? "1" : Integer.toString(revision.value());
    }

    private static Map<String, Class<?>> byName() {
        Map<String, Class<?>> events = new TreeMap<>();
        ROOTS.stream()
                .flatMap(root -> SealedTypes.leavesOf(root).stream())
                .forEach(event -> events.put(nameOf(event), event));
        return java.util.Collections.unmodifiableMap(events);
    }
}
