package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Actor;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.Currency;
import org.tallystick.platform.Event;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.InMemory;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.OrganisationEvent;

/** A row of a published register becomes history in one piece. */
class PublishedGrantsTest {

    private static final PublishedGrant.Party FUNDER = new PublishedGrant.Party("GB-CHC-327114", "A Foundation");
    private static final PublishedGrant.Party CENTRE = new PublishedGrant.Party("GB-CHC-1090095", "A Centre");
    private static final LocalDate AWARDED = LocalDate.of(2015, 3, 31);

    private final InMemory port = new InMemory();

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void a_grant_brings_its_funder_its_recipient_its_fund_and_the_money_with_it() {
        record("g1", 10_000_00, payment(2015, 5, 1, 4_000_00));

        assertThat(port.events().stream().map(event -> event.getClass().getSimpleName()))
                .containsExactlyInAnyOrder(
                        "OrganisationApplied",
                        "OrganisationRegistered",
                        "OrganisationApplied",
                        "OrganisationRegistered",
                        "FundOpened",
                        "ContributionReceived",
                        "MoneyCommitted",
                        "AwardCommitted",
                        "PublishedGrantRecorded",
                        "AgreementSigned",
                        "InstalmentMadePayable",
                        "PaymentPaid");
    }

    @Test
    void what_the_register_does_not_say_was_paid_is_still_owed() {
        record("g1", 10_000_00, payment(2015, 5, 1, 4_000_00));

        assertThat(only(AwardEvent.AwardCommitted.class).instalments())
                .extracting(Instalment::amountPence)
                .containsExactly(4_000_00L, 6_000_00L);
        assertThat(only(AwardEvent.PaymentPaid.class).slices())
                .containsExactly(
                        new Slice(FUNDER.organisationId(), new FinancialYear(2014), Slice.UNRESTRICTED, 4_000_00));
        assertThat(only(AwardEvent.AgreementSigned.class).slices())
                .extracting(Slice::amountPence)
                .containsExactly(10_000_00L);
    }

    @Test
    void a_payment_is_effective_on_the_day_it_was_paid() {
        record("g1", 10_000_00, payment(2015, 5, 1, 4_000_00));

        assertThat(message(AwardEvent.PaymentPaid.class).getMetaData())
                .isEqualTo(message(AwardEvent.InstalmentMadePayable.class).getMetaData())
                .containsEntry("effectiveOn", "2015-05-01");
        assertThat(message(AwardEvent.PaymentPaid.class).getMetaData()).containsEntry("actorId", "operator");
    }

    @Test
    void the_second_grant_of_a_funder_uses_what_the_first_brought() {
        record("g1", 10_000_00);
        record("g2", 5_000_00);

        assertThat(port.events())
                .filteredOn(FundEvent.FundOpened.class::isInstance)
                .hasSize(1);
        assertThat(port.events())
                .filteredOn(OrganisationEvent.OrganisationApplied.class::isInstance)
                .hasSize(2);
        assertThat(port.events())
                .filteredOn(AwardEvent.AgreementSigned.class::isInstance)
                .hasSize(2);
    }

    @Test
    void a_funder_may_give_to_itself_as_some_registers_say() {
        port.send(new AwardCommand.RecordPublishedGrant("g1", grant(FUNDER, 1_00, List.of())), Actor.OPERATOR);

        assertThat(port.events())
                .filteredOn(OrganisationEvent.OrganisationApplied.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_hundred_payments_and_a_rest_are_within_an_awards_bounds() {
        PublishedGrant.Payment[] payments = new PublishedGrant.Payment[100];
        java.util.Arrays.fill(payments, payment(2015, 5, 1, 1));
        record("g1", 101, payments);

        assertThat(only(AwardEvent.AwardCommitted.class).instalments()).hasSize(Instalment.MOST);
        assertThat(new AwardCommand.LapseInstalment("g1", Instalment.MOST, "Never paid", null))
                .isNotNull();
    }

    @Test
    void payments_beyond_the_award_are_refused() {
        assertThatThrownBy(() -> grant(CENTRE, 1_00, List.of(payment(2015, 5, 1, 1_01))))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("payments must not add up to more than was awarded");
    }

    private void record(String awardId, long amountPence, PublishedGrant.Payment... payments) {
        port.send(
                new AwardCommand.RecordPublishedGrant(awardId, grant(CENTRE, amountPence, List.of(payments))),
                Actor.OPERATOR);
    }

    private static PublishedGrant grant(
            PublishedGrant.Party recipient, long amountPence, List<PublishedGrant.Payment> payments) {
        return new PublishedGrant(
                "Core costs\nfor a year",
                "",
                Currency.GBP,
                amountPence,
                AWARDED,
                null,
                null,
                FUNDER,
                recipient,
                "",
                "",
                payments,
                "grants.json, row 1");
    }

    private static PublishedGrant.Payment payment(int year, int month, int day, long amountPence) {
        return new PublishedGrant.Payment(LocalDate.of(year, month, day), amountPence);
    }

    private <E extends Event> E only(Class<E> type) {
        return type.cast(message(type).getPayload());
    }

    private EventMessage<?> message(Class<? extends Event> type) {
        return port.messages().stream()
                .filter(message -> type.isInstance(message.getPayload()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everything_a_grant_brings_names_the_operator_as_who_brought_it() {
        record("g1", 10_000_00);

        assertThat(port.messages())
                .allSatisfy(message -> assertThat(message.getMetaData())
                        .containsEntry("role", "OPERATOR")
                        .doesNotContainKey(CommandContext.AUTHORITY));
    }
}
