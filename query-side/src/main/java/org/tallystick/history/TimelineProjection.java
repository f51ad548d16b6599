package org.tallystick.history;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.award.AwardEvent;
import org.tallystick.fund.FundEvent;
import org.tallystick.history.EventSubjects.About;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.ledger.PostingRules;
import org.tallystick.payment.BankFileLine;
import org.tallystick.payment.PaymentEvent;
import org.tallystick.platform.Event;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Projection;
import org.tallystick.platform.Recorded;

/** Says for each event what it is about, so that timelines and searches need not read the log. Takes every event. */
public final class TimelineProjection implements Projection {

    /** Its name. */
    public static final String NAME = "timelines";

    private final JdbcTemplate jdbc;

    /** Into the tables of the schema its connections are in. */
    public TimelineProjection(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean handles(Class<?> event) {
        return true;
    }

    @Override
    public void project(List<Recorded> events) {
        Map<String, Set<About>> begun = begun(events);
        List<Object[]> index = new ArrayList<>();
        List<Object[]> subjects = new ArrayList<>();
        List<Object[]> beginnings = new ArrayList<>();
        List<Object[]> references = new ArrayList<>();
        for (Recorded recorded : events) {
            Event event = recorded.event();
            index.add(indexed(recorded));
            Set<About> about = new LinkedHashSet<>(EventSubjects.of(event));
            String first = EventSubjects.begins(event);
            if (first != null) {
                Set<About> inherited = EventSubjects.inherited(event);
                begun.put(first, inherited);
                inherited.forEach(
                        one -> beginnings.add(new Object[] {first, one.subject().name(), one.id()}));
            }
            String later = EventSubjects.continues(event);
            about.addAll(later == null ? Set.of() : begun.getOrDefault(later, Set.of()));
            if (!recorded.actorId().isEmpty()) {
                about.add(new About(Subject.PERSON, recorded.actorId()));
            }
            about.forEach(one -> subjects.add(new Object[] {one.subject().name(), one.id(), recorded.position()}));
            references(event).forEach(text -> references.add(new Object[] {text, recorded.position()}));
        }
        write(index, subjects, beginnings, references);
    }

    private void write(
            List<Object[]> index, List<Object[]> subjects, List<Object[]> beginnings, List<Object[]> references) {
        jdbc.batchUpdate(
                "INSERT INTO event_index SELECT i.position, i.event_id, l.leaf_hash, i.type, i.actor, i.amount,"
                        + " i.effective_on, i.recorded_at FROM (VALUES (?::bigint, ?::uuid, ?, ?, ?::bigint, ?::date,"
                        + " ?::timestamptz)) i (position, event_id, type, actor, amount, effective_on, recorded_at)"
                        + " JOIN history.event_log l USING (position)",
                index);
        insert("event_subject (subject, subject_id, position) VALUES (?, ?, ?)", subjects);
        insert("begun_subject (begun_id, subject, subject_id) VALUES (?, ?, ?)", beginnings);
        insert("event_reference (reference, position) VALUES (?, ?)", references);
    }

    private void insert(String into, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("INSERT INTO " + into + " ON CONFLICT DO NOTHING", rows);
        }
    }

    private static Object[] indexed(Recorded recorded) {
        return new Object[] {
            recorded.position(),
            recorded.eventId(),
            EventTypes.nameOf(recorded.event().getClass()),
            recorded.actorId(),
            PostingRules.postings(recorded.event()).stream()
                    .mapToLong(posting -> posting.slice().amountPence())
                    .sum(),
            recorded.effectiveOn(),
            OffsetDateTime.ofInstant(recorded.recordedAt(), ZoneOffset.UTC)
        };
    }

    /** What is known of everything that these events go on with. */
    private Map<String, Set<About>> begun(List<Recorded> events) {
        Map<String, Set<About>> known = new HashMap<>();
        String[] ids = events.stream()
                .map(recorded -> EventSubjects.continues(recorded.event()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        jdbc.query(
                "SELECT begun_id, subject, subject_id FROM begun_subject WHERE begun_id = ANY (?)",
                row -> {
                    known.computeIfAbsent(row.getString(1), _ -> new LinkedHashSet<>())
                            .add(new About(Subject.valueOf(row.getString(2)), row.getString(3)));
                },
                (Object) ids);
        return known;
    }

    /** What the bank's statement may call it. */
    private static Stream<String> references(Event event) {
        return (switch (event) {
                    case FundEvent.ContributionReceived e -> Stream.of(e.reference());
                    case AwardEvent.PaymentPaid e -> Stream.of(e.bankReference());
                    case PaymentEvent.PaymentsExported e -> e.lines().stream().map(BankFileLine::reference);
                    default -> Stream.<String>empty();
                })
                .map(SearchedFor::plainReference)
                .filter(text -> !text.isEmpty())
                .distinct();
    }
}
