package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallystick.award.AwardQuery.AwardSummary;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.award.AwardQuery.Payments;
import org.tallystick.fund.FundQuery.FundSummary;
import org.tallystick.fund.FundQuery.Funds;
import org.tallystick.fund.FundQuery.OneFund;
import org.tallystick.ledger.LedgerQuery.Statement;
import org.tallystick.ledger.LedgerQuery.StatementView;
import org.tallystick.ledger.LedgerQuery.Subject;
import org.tallystick.platform.NameQuery.NamesOf;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationView;

class WhoSeesWhatTest {

    private static final Awards ALL_AWARDS = new Awards(null, null, null, null, null, 0, 0);
    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final Actor COUNCIL_GOVERNOR = actor(Role.GOVERNOR, Town.COUNCIL);
    private static final Actor COMMISSIONER_PAYER = actor(Role.PAYER, Town.COMMISSIONER);
    private static final Actor LANTERN_LEAD = actor(Role.APPLICANT_LEAD, Town.LANTERN);
    private static final Actor HARBOUR_MEMBER = actor(Role.APPLICANT_MEMBER, Town.HARBOUR);

    private static QueryFixture sides;

    @BeforeAll
    static void build() {
        sides = new QueryFixture();
        Town.build(sides.log);
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void an_applicant_sees_its_own_awards_only() {
        assertThat(awards(LANTERN_LEAD)).containsExactly("award-1");
        assertThat(awards(HARBOUR_MEMBER)).containsExactlyInAnyOrder("award-2", "award-3");
        assertNotFound(() -> sides.ask(LANTERN_LEAD, new OneAward("award-2")));
        assertThat(sides.ask(LANTERN_LEAD, new OneAward("award-1")).payments()).hasSize(3);
    }

    @Test
    void a_public_body_sees_the_awards_of_funds_it_holds_or_gives_to() {
        assertThat(awards(COUNCIL_GOVERNOR)).containsExactlyInAnyOrder("award-1", "award-2", "award-4");
        assertThat(awards(COMMISSIONER_PAYER)).hasSize(4);
        assertNotFound(() -> sides.ask(COUNCIL_GOVERNOR, new OneAward("award-3")));
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLIC", "ASSESSOR", "REFERRER", "WORKER", "COORDINATOR"})
    void everybody_else_sees_all_awards_in_short(Role role) {
        Actor somebody = role == Role.PUBLIC ? Actor.ANYONE : actor(role, Town.LANTERN);

        assertThat(awards(somebody)).hasSize(4);
        var award = sides.ask(somebody, new OneAward("award-1"));
        assertThat(award.payments()).isEmpty();
        assertThat(award.sources()).isEmpty();
        assertThat(award.summary().paidPence()).isEqualTo(500_000);
    }

    @Test
    void what_may_not_be_seen_is_refused_in_the_words_of_what_does_not_exist() {
        assertThat(refusal(() -> sides.ask(COUNCIL_GOVERNOR, new OneFund(Town.OTHER))))
                .isEqualTo(refusal(() -> sides.ask(COUNCIL_GOVERNOR, new OneFund("no-such-fund"))));
        assertThat(refusal(() -> sides.ask(LANTERN_LEAD, new OneAward("award-3"))))
                .isEqualTo(refusal(() -> sides.ask(LANTERN_LEAD, new OneAward("no-such-award"))));
        assertThat(refusal(() -> sides.ask(LANTERN_LEAD, statement(Subject.FUND, Town.POOLED))))
                .isEqualTo(refusal(() -> sides.ask(LANTERN_LEAD, statement(Subject.FUND, "no-such-fund"))));
        assertThat(refusal(() -> sides.ask(COUNCIL_GOVERNOR, statement(Subject.ACCOUNT, "fund:other:available"))))
                .isEqualTo(refusal(() -> sides.ask(COUNCIL_GOVERNOR, statement(Subject.ACCOUNT, "fund:x:available"))));
    }

    @Test
    void funds_are_seen_by_who_holds_them_or_gives_to_them() {
        assertThat(funds(COUNCIL_GOVERNOR)).containsExactly(Town.POOLED);
        assertThat(funds(COMMISSIONER_PAYER)).containsExactlyInAnyOrder(Town.POOLED, Town.OTHER);
        assertThat(funds(AUDITOR)).hasSize(2);
        assertThat(funds(actor(Role.GOVERNOR, "GB-LAE-XYZ"))).isEmpty();
    }

    @Test
    void payments_follow_awards_and_are_for_those_with_money_to_do_only() {
        assertThat(payments(LANTERN_LEAD)).containsExactly("award-1/1", "award-1/2", "award-1/3");
        assertThat(payments(HARBOUR_MEMBER)).containsExactly("award-3/1", "award-3/2");
        assertThat(payments(COUNCIL_GOVERNOR)).hasSize(3);
        assertThat(payments(AUDITOR)).hasSize(5);
        assertThat(refusal(() -> payments(Actor.ANYONE))).startsWith("NOT_LOGGED_IN");
        assertThat(refusal(() -> payments(actor(Role.WORKER, Town.LANTERN)))).startsWith("NOT_ALLOWED");
    }

    @Test
    void bank_details_are_for_the_own_people_and_for_those_who_pay() {
        assertThat(account(LANTERN_LEAD)).isEqualTo("•••••678");
        assertThat(account(actor(Role.COMMISSIONER, Town.COUNCIL))).isEqualTo("•••••678");
        assertThat(account(COMMISSIONER_PAYER)).isEqualTo("12345678");
        assertThat(account(HARBOUR_MEMBER)).isNull();
        assertThat(account(COUNCIL_GOVERNOR)).isNull();
        assertThat(account(AUDITOR)).isNull();
        assertThat(account(Actor.ANYONE)).isNull();
    }

    @Test
    void bank_details_that_wait_are_shown_in_full_to_those_only_who_have_to_check_them() {
        assertThat(waiting(actor(Role.COMMISSIONER, Town.COUNCIL))).isEqualTo("200000 87654321 lead-9");
        assertThat(waiting(COMMISSIONER_PAYER)).isEqualTo("200000 87654321 lead-9");
        assertThat(waiting(actor(Role.APPLICANT_LEAD, Town.HARBOUR))).isEqualTo("200000 87654321 lead-9");
        assertThat(waiting(new Actor("lead-9", "", Role.APPLICANT_LEAD, Town.HARBOUR, "")))
                .isEqualTo("••••00 •••••321 lead-9");
        assertThat(waiting(HARBOUR_MEMBER)).isEqualTo("••••00 •••••321 lead-9");
        assertThat(waiting(LANTERN_LEAD)).isEqualTo("nothing");
        assertThat(waiting(AUDITOR)).isEqualTo("nothing");
        assertThat(waiting(Actor.ANYONE)).isEqualTo("nothing");
        assertThat(Objects.requireNonNull(lantern(COMMISSIONER_PAYER).bank()).waiting())
                .isNull();
    }

    @Test
    void names_are_told_of_what_somebody_may_see_and_of_the_fund_behind_an_award() {
        List<String> ids = List.of(Town.LANTERN, Town.POOLED, Town.OTHER, "award-1", "award-3", "nothing", "call-1");

        assertThat(names(AUDITOR, ids))
                .containsExactlyInAnyOrder(
                        "Lantern Women's Centre",
                        "Women's centres, pooled",
                        "Reducing reoffending",
                        "Somewhere to go first, Lantern Women's Centre",
                        "Through the gate, Harbour Light Mentoring");
        assertThat(names(LANTERN_LEAD, ids))
                .containsExactlyInAnyOrder(
                        "Lantern Women's Centre",
                        "Women's centres, pooled",
                        "Somewhere to go first, Lantern Women's Centre");
        assertThat(names(COUNCIL_GOVERNOR, ids))
                .doesNotContain("Reducing reoffending")
                .hasSize(3);
        assertThat(refusal(() -> names(actor(Role.WORKER, Town.LANTERN), ids))).startsWith("NOT_ALLOWED");
        assertThat(refusal(() -> names(Actor.ANYONE, ids))).startsWith("NOT_LOGGED_IN");
    }

    @Test
    void the_sentences_of_a_statement_name_what_its_reader_may_see() {
        assertThat(sides.ask(HARBOUR_MEMBER, statement(Subject.AWARD, "award-3"))
                        .lines()
                        .items())
                .extracting(line -> line.sentence())
                .contains(
                        "£5,000 was committed to award “Through the gate” for Harbour Light Mentoring.",
                        "Payment 1 of award “Through the gate” was approved: £4,000 may be paid.")
                .allSatisfy(sentence -> assertThat(sentence).doesNotContain("{", Town.HARBOUR, "award-3"));
    }

    @Test
    void people_limits_and_costs_are_not_for_everybody() {
        assertThat(lantern(LANTERN_LEAD).people()).hasSize(1);
        assertThat(lantern(AUDITOR).people()).hasSize(1);
        assertThat(lantern(COUNCIL_GOVERNOR).people()).isEmpty();
        assertThat(sides.ask(COUNCIL_GOVERNOR, new OneOrganisation(Town.COUNCIL))
                        .limits())
                .hasSize(1);
        assertThat(sides.ask(LANTERN_LEAD, new OneOrganisation(Town.COUNCIL)).limits())
                .isEmpty();
        assertThat(lantern(COUNCIL_GOVERNOR).costProfiles()).hasSize(1);
        assertThat(lantern(HARBOUR_MEMBER).costProfiles()).isEmpty();
        assertThat(lantern(Actor.ANYONE).costProfiles()).isEmpty();
    }

    @Test
    void the_public_sees_standing_without_its_evidence() {
        var standing = Objects.requireNonNull(lantern(Actor.ANYONE).standing());

        assertThat(standing.evidence()).isEmpty();
        assertThat(standing.verifiedUntil()).isEqualTo("2028-06-14");
        assertThat(lantern(HARBOUR_MEMBER).standing())
                .isNotNull()
                .satisfies(seen -> assertThat(seen.evidence()).isEqualTo("Minutes of May"));
    }

    @Test
    void a_statement_is_cut_to_what_its_reader_may_see() {
        StatementView ofHarbour = sides.ask(AUDITOR, statement(Subject.ORGANISATION, Town.HARBOUR));
        StatementView seenByCouncil = sides.ask(COUNCIL_GOVERNOR, statement(Subject.ORGANISATION, Town.HARBOUR));
        StatementView own = sides.ask(HARBOUR_MEMBER, statement(Subject.ORGANISATION, Town.HARBOUR));

        assertThat(seenByCouncil.lines().items())
                .isNotEmpty()
                .allMatch(line -> line.fundId().equals(Town.POOLED));
        assertThat(ofHarbour.lines().total())
                .isEqualTo(own.lines().total())
                .isGreaterThan(seenByCouncil.lines().total());
        assertNotFound(() -> sides.ask(LANTERN_LEAD, statement(Subject.ORGANISATION, Town.HARBOUR)));
        assertNotFound(() -> sides.ask(LANTERN_LEAD, statement(Subject.AWARD, "award-2")));
        assertNotFound(() -> sides.ask(COUNCIL_GOVERNOR, statement(Subject.FUND, Town.OTHER)));
    }

    private static Statement statement(Subject subject, String id) {
        return new Statement(subject, id, null, null, PointInTime.NOW, 0, 0);
    }

    private static OrganisationView lantern(Actor actor) {
        return sides.ask(actor, new OneOrganisation(Town.LANTERN));
    }

    private static List<String> names(Actor actor, List<String> ids) {
        return sides.ask(actor, new NamesOf(ids)).all().stream()
                .map(named -> named.recipient().isEmpty() ? named.name() : named.name() + ", " + named.recipient())
                .toList();
    }

    private static String waiting(Actor actor) {
        var bank = sides.ask(actor, new OneOrganisation(Town.HARBOUR)).bank();
        var waiting = bank == null ? null : bank.waiting();
        return waiting == null
                ? "nothing"
                : waiting.sortCode() + " " + waiting.accountNumber() + " " + waiting.proposedBy();
    }

    private static @Nullable String account(Actor actor) {
        var bank = lantern(actor).bank();
        return bank == null ? null : bank.accountNumber();
    }

    private static List<String> awards(Actor actor) {
        return sides.ask(actor, ALL_AWARDS).items().stream()
                .map(AwardSummary::awardId)
                .toList();
    }

    private static List<String> funds(Actor actor) {
        return sides.ask(actor, new Funds(null, 0, 0)).items().stream()
                .map(FundSummary::fundId)
                .toList();
    }

    private static List<String> payments(Actor actor) {
        return sides.ask(actor, new Payments(null, false, 0, 0)).items().stream()
                .sorted(java.util.Comparator.comparing(PaymentView::awardId).thenComparingInt(PaymentView::instalment))
                .map(payment -> payment.awardId() + "/" + payment.instalment())
                .toList();
    }

    private static String refusal(ThrowingCallable asked) {
        try {
            asked.call();
        } catch (Rejection rejection) {
            return rejection.refusal() + " " + rejection.sentence();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("It was answered");
    }

    private static void assertNotFound(ThrowingCallable asked) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Rejection.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.NOT_FOUND));
    }
}
