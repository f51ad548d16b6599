package org.tallystick.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tallystick.platform.QueryFixture.actor;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.award.Gap;
import org.tallystick.bid.GapCarrier;
import org.tallystick.ledger.GapQuery.Carried;
import org.tallystick.ledger.GapQuery.GapBy;
import org.tallystick.ledger.GapQuery.Gaps;
import org.tallystick.ledger.GapQuery.GapsView;
import org.tallystick.ledger.LedgerQuery.Export;
import org.tallystick.ledger.LedgerQuery.Format;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerQuery.Subject;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Role;
import org.tallystick.platform.Town;

/** Two awards to Lantern with Orchard as its partner; of the second, nothing came. */
class JointGapTest {

    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final Gap LEADS = gap(GapCarrier.RESERVES, 300_000);
    private static final Gap PARTNERS = gap(GapCarrier.RESERVES, 50_000);
    private static final Gap UNPAID = gap(GapCarrier.UNPAID_WORK, 7);

    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        record("award-1", Town.LANTERN, LEADS);
        record("award-1", Town.ORCHARD, PARTNERS, UNPAID);
        record("award-4", Town.LANTERN, LEADS);
        record("award-4", Town.ORCHARD, PARTNERS);
        release(Town.LANTERN, LEADS);
        release(Town.ORCHARD, PARTNERS);
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void by_organisation_each_has_its_own_gap_and_the_award_is_counted_once_in_all() {
        GapsView view = sides.ask(AUDITOR, new Gaps(GapBy.ORGANISATION, 0, 0));

        assertThat(view.lines().items())
                .extracting(line -> line.id() + " " + line.awards() + " " + line.gapPence())
                .containsExactly(Town.LANTERN + " 1 300000", Town.ORCHARD + " 1 50007");
        assertThat(view.awards()).isEqualTo(1);
        assertThat(view.awardedPence()).isEqualTo(2_000_000);
        assertThat(view.fullCostPence()).isEqualTo(2_500_000);
        assertThat(view.carried())
                .containsExactly(new Carried(GapCarrier.RESERVES, 350_000), new Carried(GapCarrier.UNPAID_WORK, 7));
        assertThat(sides.ask(AUDITOR, new Gaps(GapBy.AWARD, 0, 0)).lines().items())
                .extracting(line -> line.id() + " " + line.gapPence())
                .containsExactly("award-1 350007");
    }

    @Test
    void the_award_has_the_gap_of_all_its_organisations() {
        assertThat(sides.ask(AUDITOR, new OneAward("award-1")).gaps())
                .containsExactly(gap(GapCarrier.RESERVES, 350_000), UNPAID);
        assertThat(sides.ask(AUDITOR, new OneAward("award-4")).gaps()).isEmpty();
    }

    @Test
    void the_lead_sees_the_gap_of_all_and_the_partner_its_own() {
        Actor lead = actor(Role.APPLICANT_LEAD, Town.LANTERN);
        Actor partner = actor(Role.APPLICANT_LEAD, Town.ORCHARD);
        String account = "gap:award-1:reserves";

        assertThat(statement(lead, Subject.ACCOUNT, account).lines().items())
                .extracting(JournalLine::amountPence)
                .containsExactly(300_000L, 50_000L);
        assertThat(statement(partner, Subject.ACCOUNT, account).lines().items())
                .extracting(JournalLine::amountPence)
                .containsExactly(50_000L);
        assertThat(statement(partner, Subject.ORGANISATION, Town.ORCHARD).memo())
                .extracting(LedgerQuery.AccountBalance::account, LedgerQuery.AccountBalance::debitPence)
                .contains(tuple(account, 50_000L));
    }

    @Test
    void the_release_of_a_gap_takes_back_what_was_recorded_of_that_organisation() throws IOException {
        List<NamedCsvRecord> lines = ofSecondAward();

        List<String> recorded = fields(lines, "award.GapRecorded", "journal_id");
        assertThat(recorded).hasSize(2);
        assertThat(fields(lines, "award.GapReleased", "reversal_of")).isEqualTo(recorded);
    }

    private static List<NamedCsvRecord> ofSecondAward() throws IOException {
        var out = new ByteArrayOutputStream();
        sides.dispatcher().write(new Export(Format.CSV, PointInTime.NOW), AUDITOR, 0, out);
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(out.toString(StandardCharsets.UTF_8))) {
            return csv.stream()
                    .filter(line -> line.getField("award").equals("award-4"))
                    .toList();
        }
    }

    private static List<String> fields(List<NamedCsvRecord> lines, String type, String field) {
        return lines.stream()
                .filter(line -> line.getField("source_event").equals(type))
                .map(line -> line.getField(field))
                .distinct()
                .toList();
    }

    private static StatementView statement(Actor actor, Subject subject, String id) {
        return sides.ask(actor, new Statement(subject, id, null, null, PointInTime.NOW, 0, 0));
    }

    private static void record(String award, String organisation, Gap... gaps) {
        sides.log.add(
                award,
                "gov",
                new AwardEvent.GapRecorded(
                        award, Town.POOLED, null, Town.COUNCIL, organisation, 2_500_000, List.of(gaps)));
    }

    private static void release(String organisation, Gap gap) {
        sides.log.add(
                "award-4",
                "lead-1",
                new AwardEvent.GapReleased("award-4", Town.POOLED, null, organisation, List.of(gap)));
    }

    private static Gap gap(GapCarrier carrier, long amountPence) {
        return new Gap(new FinancialYear(2026), carrier, amountPence);
    }
}
