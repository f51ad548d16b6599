package org.tallystick.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AwardQuery.Agreement;
import org.tallystick.award.AwardQuery.AgreementView;
import org.tallystick.award.AwardQuery.AwardSummary;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.award.AwardQuery.ClaimView;
import org.tallystick.award.AwardQuery.OneAward;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.award.AwardQuery.Payments;
import org.tallystick.bid.GapCarrier;
import org.tallystick.fund.Slice;
import org.tallystick.history.HistoryQuery.Happening;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.NameQuery.Kind;
import org.tallystick.platform.NameQuery.Named;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paged;
import org.tallystick.registry.OrganisationKind;
import org.tallystick.registry.OrganisationQuery.BankView;
import org.tallystick.registry.OrganisationQuery.OneOrganisation;
import org.tallystick.registry.OrganisationQuery.OrganisationSummary;
import org.tallystick.registry.OrganisationQuery.OrganisationView;
import org.tallystick.registry.OrganisationState;

/** Awards for tests of pages; the id of one says which state it is in, such as "a-active". */
public final class AwardSamples {

    static final String LONG_NAME =
            "The Wend Valley and District Association of Families and Friends of People Leaving Prison (Llanfairpwll)";

    private static final LocalDate DECIDED = LocalDate.of(2026, 9, 3);

    private AwardSamples() {}

    static AwardSummary summary(String awardId, AwardState state) {
        return new AwardSummary(
                awardId,
                awardId.hashCode() % 2 == 0 ? "A place to stay on the day of release" : "=Work, \"paid\" and steady",
                "f-1",
                "Northfield resettlement fund",
                "o-1",
                "HMP Northfield",
                "o-2",
                awardId.hashCode() % 3 == 0 ? LONG_NAME : "Second Chance Kitchen",
                state,
                DECIDED,
                3_000_000,
                1_000_000);
    }

    static PaymentView payment(String awardId, int number, PaymentState state, int approvals, boolean overdue) {
        return new PaymentView(
                awardId,
                "A place to stay on the day of release",
                awardId.equals("a-suspended") ? AwardState.SUSPENDED : AwardState.ACTIVE,
                "f-1",
                "o-1",
                "o-2",
                number % 4 == 3 ? LONG_NAME : "Second Chance Kitchen",
                number,
                LocalDate.of(2026, 11, 20).plusDays(overdue ? 0 : 10L * number),
                600_000,
                state,
                approvals,
                number == 2 ? 2 : 1,
                state == PaymentState.FAILED ? 2 : 0,
                state == PaymentState.PAID ? LocalDate.of(2026, 10, 1) : null,
                state == PaymentState.PAID ? "NF 2026 0117" : null,
                overdue,
                false,
                null);
    }

    /** The same payment, made against a claim and not approved by anybody. */
    static PaymentView inArrears(PaymentView payment, @Nullable ClaimView claim) {
        return new PaymentView(
                payment.awardId(),
                payment.awardTitle(),
                payment.awardState(),
                payment.fundId(),
                payment.funder(),
                payment.recipient(),
                payment.recipientName(),
                payment.instalment(),
                payment.dueOn(),
                payment.amountPence(),
                payment.state(),
                0,
                payment.approvalsNeeded(),
                payment.attempts(),
                payment.paidOn(),
                payment.bankReference(),
                payment.overdue(),
                true,
                claim);
    }

    /** The same award with other payments. */
    static AwardView with(AwardView award, List<PaymentView> payments) {
        return new AwardView(
                award.summary(),
                award.purpose(),
                award.callId(),
                award.obligatedPence(),
                award.returnedPence(),
                award.lapsedPence(),
                award.fullCostPence(),
                award.gaps(),
                award.shares(),
                award.agreementVersion(),
                award.offerExpiresOn(),
                award.startsOn(),
                award.endsOn(),
                award.programme(),
                award.source(),
                award.sources(),
                payments);
    }

    /** One payment of each state. */
    static List<PaymentView> payments(String awardId) {
        return List.of(
                payment(awardId, 1, PaymentState.PAID, 1, false),
                payment(awardId, 2, PaymentState.SCHEDULED, 1, true),
                payment(awardId, 3, PaymentState.PAYABLE, 1, false),
                payment(awardId, 4, PaymentState.INSTRUCTED, 1, false),
                payment(awardId, 5, PaymentState.FAILED, 1, true),
                payment(awardId, 6, PaymentState.LAPSED, 0, false));
    }

    /** An award in the state that its id names; running, where it names none. */
    public static AwardView view(String awardId) {
        AwardState state = switch (awardId) {
            case "a-committed" -> AwardState.COMMITTED;
            case "a-offered" -> AwardState.OFFERED;
            case "a-suspended" -> AwardState.SUSPENDED;
            case "a-closed" -> AwardState.CLOSED;
            default -> AwardState.ACTIVE;
        };
        FinancialYear year = new FinancialYear(2026);
        return new AwardView(
                summary(awardId, state),
                "Rooms and a person to meet at the gate.\nFor women leaving prison.",
                null,
                1_400_000,
                100_000,
                600_000,
                3_400_000L,
                List.of(new Gap(year, GapCarrier.RESERVES, 400_000)),
                awardId.equals("a-joint")
                        ? List.of(
                                new AwardShare("o-2", "Second Chance Kitchen", 2_000_000, List.of()),
                                new AwardShare(
                                        "o-7",
                                        "Harbour <House>",
                                        1_000_000,
                                        List.of(new Gap(year, GapCarrier.RESERVES, 400_000))))
                        : List.of(),
                state == AwardState.OFFERED ? 2 : 0,
                state == AwardState.OFFERED ? LocalDate.of(2026, 12, 18) : null,
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2027, 9, 30),
                "",
                "",
                List.of(
                        new Slice("o-1", year, Slice.UNRESTRICTED, 1_000_000),
                        new Slice("o-9", year, "women only services", 1_500_000),
                        new Slice("o-1", year, Slice.UNRESTRICTED, 500_000)),
                awardId.equals("a-settled")
                        ? List.of(payment(awardId, 1, PaymentState.PAID, 1, false))
                        : payments(awardId));
    }

    /** The second version of an offer, or another one. */
    static AgreementView agreement(String awardId, @Nullable Integer version) {
        int which = version == null ? 2 : version;
        return new AgreementView(
                summary(awardId, AwardState.OFFERED),
                which,
                2,
                new AgreementTerms(
                        "Rooms & a person to meet at the gate",
                        "Rent, <wages> and travel",
                        List.of("Nobody is charged for staying."),
                        List.of("People have a bed on the first night.", "People have somebody to ring."),
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2027, 11, 30),
                        List.of(2),
                        "It has six weeks of reserves."),
                Reporting.YEARLY,
                List.of(LocalDate.of(2027, 12, 30)),
                LocalDate.of(2026, 11, 20),
                null,
                LocalDate.of(2026, 12, 18),
                which == 2 ? AgreementState.OFFERED : AgreementState.REPLACED,
                null,
                null,
                List.of(
                        payment(awardId, 1, PaymentState.SCHEDULED, 0, false),
                        payment(awardId, 2, PaymentState.SCHEDULED, 0, false)));
    }

    /** Answers the questions about awards, payments and the organisations behind them. */
    public static void into(FakeSides sides, int awards) {
        sides.answer(Awards.class, query -> {
            AwardState[] states = AwardState.values();
            List<AwardSummary> all = IntStream.range(0, awards)
                    .mapToObj(i -> summary("a-" + i, states[i % states.length]))
                    .filter(award -> query.state() == null || award.state() == query.state())
                    .toList();
            return page(all, query.page(), query.size());
        });
        sides.answer(OneAward.class, query -> view(query.awardId()));
        sides.answer(Agreement.class, query -> agreement(query.awardId(), query.version()));
        sides.answer(
                Payments.class,
                query -> page(
                        IntStream.range(0, awards)
                                .boxed()
                                .flatMap(i -> payments("a-" + i).stream())
                                .filter(payment -> query.state() == null || payment.state() == query.state())
                                .filter(payment -> !query.overdueOnly() || payment.overdue())
                                .toList(),
                        query.page(),
                        query.size()));
        sides.answer(HistoryOf.class, query -> page(List.of(paid(), suspended()), query.page(), query.size()));
        sides.names(new Names(List.of(
                new Named(Kind.ORGANISATION, "o-1", "HMP Northfield", ""),
                new Named(Kind.ORGANISATION, "o-9", LONG_NAME, ""))));
        sides.answer(
                OneOrganisation.class,
                query -> new OrganisationView(
                        new OrganisationSummary(
                                query.organisationId(),
                                query.organisationId().equals("o-1") ? "HMP Northfield" : LONG_NAME,
                                OrganisationKind.VOLUNTARY_ORGANISATION,
                                OrganisationState.REGISTERED,
                                "Wendbury",
                                false,
                                1,
                                3_000_000),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        new BankView(LONG_NAME, "200051", "12345678", "pia", null, false, null),
                        null,
                        List.of()));
    }

    private static Happening suspended() {
        return new Happening(
                8,
                "award.AwardSuspended",
                "Award",
                "a-active",
                Instant.parse("2026-11-01T09:00:00Z"),
                DECIDED,
                Map.of(),
                0,
                null,
                "COMMISSIONER",
                "HMP Northfield",
                "The <report> is late");
    }

    private static Happening paid() {
        return new Happening(
                9,
                "award.PaymentPaid",
                "Award",
                "a-active",
                Instant.parse("2026-11-02T09:00:00Z"),
                DECIDED,
                Map.of("instalment", 1),
                600_000,
                "p-payer",
                "PAYER",
                "HMP Northfield",
                "");
    }

    private static <T> Paged<T> page(List<T> all, int page, int size) {
        Paged.Request wanted = new Paged.Request(page, size);
        return new Paged<>(
                all.stream().skip(wanted.offset()).limit(wanted.size()).toList(),
                all.size(),
                wanted.page(),
                wanted.size());
    }
}
