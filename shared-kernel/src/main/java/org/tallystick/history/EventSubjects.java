package org.tallystick.history;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.AssessmentEvent;
import org.tallystick.award.AwardEvent;
import org.tallystick.bid.BidEvent;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.platform.Event;

/** What an event is about: a pure function of what it names, by the names of its fields. */
public final class EventSubjects {

    /** Fields that name something, however deep in an event. A field of another name names nothing with a history. */
    private static final Map<String, Subject> FIELDS = Map.ofEntries(
            Map.entry("organisationId", Subject.ORGANISATION),
            Map.entry("recipient", Subject.ORGANISATION),
            Map.entry("applicant", Subject.ORGANISATION),
            Map.entry("partner", Subject.ORGANISATION),
            Map.entry("funder", Subject.ORGANISATION),
            Map.entry("holder", Subject.ORGANISATION),
            Map.entry("contributor", Subject.ORGANISATION),
            Map.entry("verifierOrganisationId", Subject.ORGANISATION),
            Map.entry("assessorOrganisationId", Subject.ORGANISATION),
            Map.entry("fundId", Subject.FUND),
            Map.entry("callId", Subject.CALL),
            Map.entry("bidId", Subject.BID),
            Map.entry("awardId", Subject.AWARD),
            Map.entry("personId", Subject.PERSON),
            Map.entry("approverId", Subject.PERSON),
            Map.entry("payerId", Subject.PERSON),
            Map.entry("verifierId", Subject.PERSON),
            Map.entry("assessorId", Subject.PERSON),
            Map.entry("proposedBy", Subject.PERSON),
            Map.entry("confirmedBy", Subject.PERSON),
            Map.entry("challengedBy", Subject.PERSON));

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private EventSubjects() {}

    /** Something that an event is about. */
    public record About(Subject subject, String id) {}

    /** All that an event names. */
    public static Set<About> of(Event event) {
        Set<About> found = new LinkedHashSet<>();
        walk("", event, saysWhoseMoney(event), found);
        return found;
    }

    /** What it begins, if its later events are about the same other things, which they do not name any more. */
    public static @Nullable String begins(Event event) {
        return switch (event) {
            case AwardEvent.AwardCommitted e -> e.awardId();
            case BidEvent.BidStarted e -> e.bidId();
            case AssessmentEvent.AssessorInvited e -> e.assessmentId();
            default -> null;
        };
    }

    /** What it goes on with, of things that are begun like that. */
    public static @Nullable String continues(Event event) {
        return switch (event) {
            case AwardEvent e -> e.awardId();
            case BidEvent e -> e.bidId();
            case AssessmentEvent e -> e.assessmentId();
            default -> null;
        };
    }

    /** What later events are about too, of all that the first one names: not who gave the money. */
    public static Set<About> inherited(Event first) {
        Set<About> found = of(first);
        if (first instanceof AwardEvent.AwardCommitted award) {
            found.remove(new About(Subject.ORGANISATION, award.funder()));
        }
        found.removeIf(about -> about.subject() == Subject.PERSON);
        return found;
    }

    /** Elsewhere the contributor is only where money came from, long ago, which the ledger says of each pound. */
    private static boolean saysWhoseMoney(Event event) {
        return switch (event) {
            case FundEvent.ContributionPledged _,
                    FundEvent.PledgeWithdrawn _,
                    FundEvent.ContributionReceived _,
                    FundEvent.ContributionReturned _,
                    FundEvent.UnspentMoneyReturned _ -> true;
            default -> false;
        };
    }

    /** Whether a field of that name says what an event is about. */
    static boolean isSubject(String field) {
        return FIELDS.containsKey(field);
    }

    private static void walk(String field, @Nullable Object value, boolean whoseMoney, Set<About> found) {
        switch (value) {
            case null -> {}
            case String id -> {
                Subject subject = FIELDS.get(field);
                if (subject != null) {
                    found.add(new About(subject, id));
                }
            }
            case Slice _ when !whoseMoney -> {}
            case List<?> several -> several.forEach(one -> walk(field, one, whoseMoney, found));
            case Record parts -> {
                for (RecordComponent part : COMPONENTS.get(parts.getClass())) {
                    walk(part.getName(), valueOf(part, parts), whoseMoney, found);
                }
            }
            default -> {}
        }
    }

    private static @Nullable Object valueOf(RecordComponent part, Record parts) {
        try {
            return part.getAccessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every event is a public record", e);
        }
    }
}
