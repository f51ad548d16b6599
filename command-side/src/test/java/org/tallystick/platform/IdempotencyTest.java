package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.Region.COUNCIL;
import static org.tallystick.platform.Region.FUND;
import static org.tallystick.platform.Region.GOVERNOR;
import static org.tallystick.platform.Region.contribution;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tallystick.fund.FundCommand;
import org.tallystick.platform.AtTheSameMoment.Outcome;

/** A command sent again under its key is answered again, and done once. */
class IdempotencyTest {

    private static TestDatabase database;
    private static Node node;
    private static Node other;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        node = new Node(database);
        other = new Node(database);
        Region.settle(node);
        Region.fund(node, 1_00);
    }

    @AfterAll
    static void close() {
        node.close();
        other.close();
        database.close();
    }

    @Test
    void the_same_request_under_the_same_key_gets_the_same_answer_and_happens_once() {
        long before = receivedEvents();

        Receipt first = node.send(contribution(COUNCIL, 5_00), GOVERNOR, key);
        Receipt again = other.send(contribution(COUNCIL, 5_00), GOVERNOR, key);

        assertThat(again).isEqualTo(first);
        assertThat(receivedEvents()).isEqualTo(before + 1);
    }

    @Test
    void the_answer_stays_the_same_where_the_request_would_be_refused_by_now() {
        FundCommand.FreezeFund freeze = new FundCommand.FreezeFund(FUND, "Review");
        Receipt first = node.send(freeze, GOVERNOR, key);

        assertThat(node.send(freeze, GOVERNOR, key)).isEqualTo(first);
        node.send(new FundCommand.UnfreezeFund(FUND, "Reviewed"), GOVERNOR);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        long before = receivedEvents();
        node.send(contribution(COUNCIL, 5_00), GOVERNOR, key);

        refused(Refusal.KEY_REUSED, contribution(COUNCIL, 5_01), key);
        refused(Refusal.KEY_REUSED, new FundCommand.FreezeFund(FUND, "Review"), key);
        assertThat(receivedEvents()).isEqualTo(before + 1);
    }

    @Test
    void two_people_may_use_the_same_key_for_their_own_requests() {
        Actor colleague = Acting.actor("gus", Role.GOVERNOR, COUNCIL);

        Receipt mine = node.send(contribution(COUNCIL, 7_00), GOVERNOR, key);

        assertThat(node.send(contribution(COUNCIL, 8_00), colleague, key).position())
                .isGreaterThan(mine.position());
    }

    @Test
    void twenty_who_send_the_same_request_at_the_same_moment_get_one_answer_for_one_effect() {
        long before = receivedEvents();

        List<Outcome<Receipt>> outcomes = AtTheSameMoment.run(
                20, i -> () -> (i % 2 == 0 ? node : other).send(contribution(COUNCIL, 9_00), GOVERNOR, key));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(Outcome::answer).distinct()).hasSize(1);
        assertThat(receivedEvents()).isEqualTo(before + 1);
    }

    @Test
    void a_refusal_uses_no_key_up() {
        refused(
                Refusal.NOT_ENOUGH_MONEY,
                new FundCommand.ReturnContribution(FUND, COUNCIL, Region.YEAR, "nobody's", 1, "Not needed", null),
                key);

        assertThat(node.send(contribution(COUNCIL, 1), GOVERNOR, key).position())
                .isPositive();
    }

    @Test
    void a_key_nobody_could_send_in_a_header_is_refused() {
        for (String bad : List.of("", " ", "a b", "é", "k".repeat(101))) {
            refused(Refusal.KEY_MISSING, contribution(COUNCIL, 1), bad);
        }
    }

    @Test
    void what_fails_after_the_append_leaves_neither_event_nor_receipt() {
        long events = count("event");
        long receipts = count("command_receipt");
        JdbcTemplate superuser = database.superuser();
        superuser.execute("REVOKE INSERT ON history.command_receipt FROM " + TestDatabase.COMMAND);
        try {
            assertThatThrownBy(() -> node.send(contribution(COUNCIL, 3_00), GOVERNOR, key))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied for table command_receipt");
        } finally {
            superuser.execute("GRANT INSERT ON history.command_receipt TO " + TestDatabase.COMMAND);
        }

        assertThat(count("event")).isEqualTo(events);
        assertThat(count("command_receipt")).isEqualTo(receipts);
        assertThat(node.send(contribution(COUNCIL, 3_00), GOVERNOR, key).position())
                .isPositive();
    }

    @Test
    void every_event_says_who_acted_as_what_for_whom_why_and_under_which_key() {
        node.send(new FundCommand.FreezeFund(FUND, "Review"), GOVERNOR, key);
        node.send(new FundCommand.UnfreezeFund(FUND, "Reviewed"), GOVERNOR);

        assertThat(node.engine
                        .readEvents(FUND)
                        .asStream()
                        .filter(message -> key.equals(message.getMetaData().get("idempotencyKey"))))
                .singleElement()
                .satisfies(message -> assertThat(message.getMetaData())
                        .containsEntry("actorId", "gita")
                        .containsEntry("role", "GOVERNOR")
                        .containsEntry("organisation", COUNCIL)
                        .containsEntry("reason", "Review")
                        .containsKeys("correlationId", "traceId"));
    }

    private static void refused(Refusal reason, Command command, String key) {
        assertThatThrownBy(() -> node.send(command, GOVERNOR, key))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.refusal()).isEqualTo(reason));
    }

    private static long receivedEvents() {
        return Objects.requireNonNull(new JdbcTemplate(database.owner())
                .queryForObject(
                        "SELECT count(*) FROM history.event WHERE type = 'fund.ContributionReceived'", Long.class));
    }

    private static long count(String table) {
        return Objects.requireNonNull(
                new JdbcTemplate(database.owner()).queryForObject("SELECT count(*) FROM history." + table, Long.class));
    }
}
