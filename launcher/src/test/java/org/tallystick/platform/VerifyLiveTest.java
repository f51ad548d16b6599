package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tallystick.history.LiveVerification;
import org.tallystick.history.VerificationQuery.Verdict;
import org.tallystick.history.VerificationQuery.VerificationView;
import org.tallystick.history.VerificationSchedule;
import org.tallystick.history.Verifications;

/** A running installation is verified, by somebody who asks and by itself, and it is remembered how it came out. */
class VerifyLiveTest {

    private static final Actor GOVERNOR = new Actor("p-1", "", Role.GOVERNOR, "GB-GOR-EA101", "");

    @TempDir
    Path folder;

    @Test
    void what_was_altered_is_found_at_its_position_and_kept() throws Exception {
        try (QuietProcess running = QuietProcess.bothSides(folder)) {
            CommandLineTest.receive(running, GOVERNOR);
            long size = running.signed();
            Verifications verifications = running.part(Verifications.class);
            assertThat(said("verify-live", "--hashes-only").status()).isZero();
            assertThat(verifications.newest()).as("only a part was looked at").isEmpty();
            Said good = said("verify-live");
            assertThat(good.status()).as(good.out()).isZero();
            assertThat(good.out()).contains("Good: nothing was altered");
            assertThat(newest(verifications).verdict()).isEqualTo(Verdict.GOOD);
            assertThat(newest(verifications).askedFor()).isTrue();
            assertThat(newest(verifications).position()).isGreaterThanOrEqualTo(size);

            long position = aPennyMore();

            Said bad = said("verify-live", "--json");
            assertThat(bad.status()).as(bad.out()).isEqualTo(1);
            assertThat(bad.out()).contains("\"firstWrongPosition\":" + position);
            assertThat(newest(verifications).verdict()).isEqualTo(Verdict.NOT_GOOD);
            bySchedule(running).runNow();
            assertThat(newest(verifications).askedFor()).isFalse();
            assertThat(newest(verifications).verdict()).isEqualTo(Verdict.NOT_GOOD);
            assertThat(newest(verifications).wrongPosition()).isEqualTo(position);
            assertThat(newest(verifications).wrong()).isNotBlank();
        }
    }

    private static VerificationView newest(Verifications verifications) {
        return verifications.newest().orElseThrow();
    }

    private VerificationSchedule bySchedule(QuietProcess running) {
        LiveVerification live = new LiveVerification(running.part(QueryPort.class));
        return new VerificationSchedule(
                connections("tallystick_query", "query"), Clock.systemUTC(), Duration.ofHours(24), live::run);
    }

    /** As somebody does who has all rights on the database. */
    private long aPennyMore() throws Exception {
        SingleConnectionDataSource superuser = new SingleConnectionDataSource(
                connections("postgres", "superuser").getConnection(), true);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(superuser);
            jdbc.execute("SET session_replication_role = replica");
            assertThat(jdbc.update("UPDATE history.event SET payload ="
                            + " convert_to(replace(convert_from(payload, 'UTF8'), '123456', '123457'), 'UTF8')"
                            + " WHERE type = 'fund.ContributionReceived'"))
                    .isEqualTo(1);
            return Objects.requireNonNull(jdbc.queryForObject(
                    "SELECT position FROM history.event_log JOIN history.event USING (insertion)"
                            + " WHERE type = 'fund.ContributionReceived'",
                    Long.class));
        } finally {
            superuser.destroy();
        }
    }

    private DriverManagerDataSource connections(String role, String secret) {
        DataFolder data = new DataFolder(folder);
        return new DriverManagerDataSource(data.jdbcUrl().orElseThrow(), role, data.secret(secret));
    }

    private Said said(String... arguments) {
        return Said.of(folder, arguments);
    }
}
