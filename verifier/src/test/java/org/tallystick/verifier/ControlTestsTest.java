package org.tallystick.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.verifier.TestHistory.Money;
import org.tallystick.verifier.TestLog.Entry;
import org.tallystick.verifier.TestLog.Posted;

/** Each control test finds an exception that was planted for it, at its event, and none where there is none. */
class ControlTestsTest {

    private static final Money MONEY = new Money("360G-northmoor-authority", "2026-27", "women leaving prison", 7_777);
    private static final String FUND = TestHistory.FUND;

    @TempDir
    Path folder;

    private final TestKey key = new TestKey(TestPack.ORIGIN, 1);
    private final TestHistory history = TestHistory.of(41, 24, key, null);
    private final TestLog log = history.log;

    @Test
    void a_clean_history_has_no_exceptions() {
        details("person-8", "person-9");
        award("clean", 7_777).paid();

        JsonObject report = report();

        assertThat(report.objects("controlTests")).hasSize(8).allSatisfy(test -> {
            assertThat(test.number("tested")).as(test.text("name")).isPositive();
            assertThat(test.objects("first")).as(test.text("name")).isEmpty();
        });
    }

    @Test
    void recorded_before_what_stands_earlier() {
        log.pass(-610);
        Entry entry = log.add("registry.OrganisationRenamed", "o", "p", Js.object());

        exception("Recorded in order", entry.position(), "one before it at");
    }

    @Test
    void instalments_that_are_not_what_was_committed() {
        TestAward award = award("split", 7_777);
        award.commit(List.of(MONEY));
        Entry committed = log.entries.removeLast();
        Js.Raw payload = new Js.Raw(committed.payload().replace("7777", "7776"));
        Entry entry = log.add("award.AwardCommitted", "split-2", "person-2", payload);

        exception("Nothing lost in splits", entry.position(), "£77.76, and £77.77 was committed");
    }

    @Test
    void a_payment_that_is_not_its_instalment() {
        award("split", 7_777).committedAndSigned();
        Entry entry =
                moved("award.InstalmentMadePayable", "split", "award:split:payable:1", "award:split:obligated", 7_776);

        exception("Nothing lost in splits", entry.position(), "£77.76 of payment 1");
    }

    @Test
    void paid_twice() {
        award("twice", 7_777).paid();
        Entry entry = moved("award.PaymentPaid", "twice", "org:x:received", "award:twice:payable:1", 7_777);

        exception("Paid once", entry.position(), "payment 1 of award twice, which was paid at position");
        exception("Within commitment", entry.position(), "£77.77 more from award:twice:payable:1");
    }

    @Test
    void paid_twice_under_two_names() {
        award("one", 7_777).paid();
        award("other", 7_777).committedAndSigned();
        log.pass(-86_400);
        award("other", 7_777).approvedAndPaid();
        long position = last("award.PaymentPaid");

        exception("Duplicate payments", position, "for payment 1 of award other, as did position");
    }

    @Test
    void whoever_decided_approves() {
        award("duties", 7_777).committedAndSigned();
        Entry entry = log.add("award.PaymentApproved", "duties", "person-2", approval("duties", "person-2"));

        exception("Separate duties", entry.position(), "person-2 does this and had a hand in award duties");
    }

    @Test
    void whoever_approved_pays() {
        award("duties", 7_777).committedAndSigned();
        log.add("award.PaymentApproved", "duties", "person-5", approval("duties", "person-5"));
        Entry entry = log.add("award.PaymentInstructed", "duties", "person-5", instruction("person-5"));

        exception("Separate duties", entry.position(), "person-5 does this and had a hand in payment 1");
    }

    @Test
    void whoever_approved_gave_the_bank_details() {
        details("person-8", "person-4");
        award("duties", 7_777).committedAndSigned();
        log.add("award.PaymentApproved", "duties", "person-4", approval("duties", "person-4"));
        Entry entry = log.add("award.PaymentInstructed", "duties", "person-5", instruction("person-5"));

        exception("Separate duties", entry.position(), "person-4 does this and had a hand in bank details of GB-COH-7");
    }

    @Test
    void one_person_sees_to_bank_details_alone() {
        details("person-8", "person-8");

        exception("Separate duties", log.size(), "person-8 does this and had a hand in bank details of GB-COH-7");
    }

    @Test
    void whoever_wrote_a_call_or_recommended_approves() {
        Js.Raw call = Js.object("callId", "c");
        log.add("call.CallDrafted", "c", "person-1", call);
        Entry approved = log.add("call.CallApproved", "c", "person-1", call);
        log.add("call.AwardsRecommended", "c", "person-3", call);
        Entry decided = log.add("call.DecisionApproved", "c", "person-3", call);

        exception("Separate duties", approved.position(), "hand in call c");
        exception("Separate duties", decided.position(), "hand in recommendation for call c");
    }

    @Test
    void what_one_program_took_over_is_no_exception() {
        TestAward award = award("register", 7_777);
        award.commit(List.of(MONEY));
        log.add("award.PublishedGrantRecorded", "register", "person-2", Js.object("awardId", "register"));
        log.add("award.PaymentApproved", "register", "person-2", approval("register", "person-2"));

        assertThat(exceptions("Separate duties")).isEmpty();
    }

    @Test
    void money_in_a_closed_period() {
        List<Posted> postings = List.of(
                TestHistory.post("fund:" + FUND + ":available", "contributor:360G-northmoor-authority", MONEY, FUND)
                        .says("£77.77 arrived in the fund from 360G-northmoor-authority.")
                        .posted());
        Entry entry = log.add(
                "fund.ContributionReceived",
                FUND,
                "person-2",
                LocalDate.parse("2026-05-31"),
                Js.object("fundId", FUND, "slices", List.of(MONEY.json())),
                postings);

        exception("Back-dated", entry.position(), "after 2026-05 was closed, which ended on 2026-05-31");
    }

    @Test
    void bank_details_that_change_before_a_payment() {
        details("person-8", "person-9");
        log.pass(40 * 86_400L);
        award("early", 7_777).paid();
        assertThat(exceptions("Bank details changed")).isEmpty();
        details("person-8", "person-9");
        award("late", 8_888).paid();

        exception("Bank details changed", last("award.PaymentPaid"), "whose bank details changed on");
    }

    private TestAward award(String id, long pence) {
        return new TestAward(history, id, FUND, null, "GB-COH-7").of(List.of(MONEY.part(pence)));
    }

    private void details(String proposedBy, String confirmedBy) {
        log.add(
                "registry.BankDetailsProposed",
                "GB-COH-7",
                proposedBy,
                Js.object("organisationId", "GB-COH-7", "proposedBy", proposedBy));
        log.add(
                "registry.BankDetailsConfirmed",
                "GB-COH-7",
                confirmedBy,
                Js.object("organisationId", "GB-COH-7", "confirmedBy", confirmedBy));
    }

    private Js.Raw approval(String award, String person) {
        return Js.object("awardId", award, "instalment", 1, "approverId", person);
    }

    private Js.Raw instruction(String person) {
        return Js.object("awardId", "duties", "instalment", 1, "attempt", 1, "payerId", person);
    }

    /** An event that moves money which it should not; its journal is right. */
    private Entry moved(String type, String award, String debit, String credit, long pence) {
        boolean pays = type.endsWith("Paid");
        String said = pays
                ? "Payment 1 of award " + award + " was paid: x got £77.77."
                : "Payment 1 of award " + award + " was approved: £77.76 may be paid.";
        Posted posted = TestHistory.post(debit, credit, MONEY.part(pence), FUND)
                .award(award, "x")
                .approvedBy(pays ? "person-4" : "")
                .says(said)
                .posted();
        Js.Raw payload = Js.object(
                "awardId",
                award,
                "fundId",
                FUND,
                "recipient",
                "x",
                "instalment",
                1,
                "slices",
                List.of(MONEY.part(pence).json()));
        return log.add(type, award, "person-5", null, payload, List.of(posted));
    }

    private long last(String type) {
        return log.entries.stream()
                .filter(entry -> entry.type().equals(type))
                .reduce((_, later) -> later)
                .orElseThrow()
                .position();
    }

    private JsonObject report() {
        Path zip = TestPack.of(history, List.of(key), null).write(folder.resolve("pack.zip"));
        Run run = Run.of(zip, "--json");
        // Exceptions are for people to look at; the pack is good.
        assertThat(run.exit()).as(run.out()).isZero();
        return Json.object(run.out());
    }

    private List<JsonObject> exceptions(String name) {
        return report().objects("controlTests").stream()
                .filter(test -> test.text("name").equals(name))
                .findFirst()
                .orElseThrow()
                .objects("first");
    }

    private void exception(String name, long position, String what) {
        assertThat(exceptions(name)).as(name).anySatisfy(found -> {
            assertThat(found.number("position")).isEqualTo(position);
            assertThat(found.text("what")).contains(what);
        });
    }
}
