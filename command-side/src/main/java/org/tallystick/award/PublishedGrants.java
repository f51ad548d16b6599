package org.tallystick.award;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.tallystick.fund.CommitAgainst;
import org.tallystick.fund.DrawOrder;
import org.tallystick.fund.Fund;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.platform.CommandContext;
import org.tallystick.platform.FinancialYear;
import org.tallystick.registry.OrganisationKind;
import org.tallystick.registry.PublishedOrganisations;

/**
 * Takes a published grant in whole, in one unit of work: funder and recipient where they are new, the funder's fund,
 * the money the funder gave, the award as signed, and the payments the register names.
 */
public final class PublishedGrants {

    private final Repository<Award> awards;
    private final Repository<Fund> funds;
    private final PublishedOrganisations organisations;

    /** Over the aggregates. */
    public PublishedGrants(Repository<Award> awards, Repository<Fund> funds, PublishedOrganisations organisations) {
        this.awards = awards;
        this.funds = funds;
        this.organisations = organisations;
    }

    /** The fund that holds what a funder gave according to its register. */
    static String fundOf(String funder) {
        return "register-" + funder;
    }

    @CommandHandler
    void handle(AwardCommand.RecordPublishedGrant command, CommandContext context) throws Exception {
        PublishedGrant grant = command.grant();
        String funder = organisations.idOf(grant.funder(), OrganisationKind.FUNDER);
        String recipient = organisations.idOf(grant.recipient(), OrganisationKind.VOLUNTARY_ORGANISATION);
        Aggregate<Fund> fund = fund(grant, funder);
        FinancialYear year = FinancialYear.of(grant.awardedOn());
        Slice whole = new Slice(funder, year, Slice.UNRESTRICTED, grant.amountPence());
        fund.execute(f -> f.receive(whole, command.awardId()));
        List<Instalment> instalments = fund.invoke(f -> f.commit(
                command.awardId(), null, recipient, Slice.UNRESTRICTED, schedule(grant, year), grant.awardedOn()));
        AwardEvent.AwardCommitted committed = new AwardEvent.AwardCommitted(
                command.awardId(),
                fundOf(funder),
                null,
                funder,
                recipient,
                context.actor().personId(),
                grant.title(),
                grant.description().isEmpty() ? grant.title() : grant.description(),
                grant.currency(),
                instalments);
        awards.newInstance(() -> new Award(committed, Map.of())).execute(award -> award.takeOver(grant));
    }

    /** An event with the day it took effect. */
    record Happened(AwardEvent event, Map<String, ?> metaData) {}

    /** What the register says of an award: what it is, that it was signed, and each payment on its day. */
    static List<Happened> happened(
            String awardId, String fundId, String recipient, PublishedGrant grant, Schedule schedule) {
        List<Happened> events = new ArrayList<>(List.of(
                new Happened(
                        new AwardEvent.PublishedGrantRecorded(
                                awardId,
                                grant.description(),
                                grant.startsOn(),
                                grant.endsOn(),
                                grant.programme(),
                                grant.regrantType(),
                                grant.source()),
                        Map.of()),
                new Happened(new AwardEvent.AgreementSigned(awardId, fundId, recipient, schedule.slices()), Map.of())));
        for (int number = 1; number <= grant.payments().size(); number++) {
            List<Slice> slices = schedule.payment(number).slices();
            Map<String, ?> thatDay =
                    CommandContext.effectiveOn(grant.payments().get(number - 1).paidOn());
            events.add(new Happened(
                    new AwardEvent.InstalmentMadePayable(awardId, fundId, recipient, number, slices), thatDay));
            events.add(new Happened(
                    new AwardEvent.PaymentPaid(awardId, fundId, recipient, number, "published", slices), thatDay));
        }
        return events;
    }

    private static List<Instalment.Planned> schedule(PublishedGrant grant, FinancialYear year) {
        List<Instalment.Planned> schedule = new ArrayList<>();
        long left = grant.amountPence();
        for (PublishedGrant.Payment payment : grant.payments()) {
            schedule.add(new Instalment.Planned(payment.paidOn(), year, payment.amountPence()));
            left -= payment.amountPence();
        }
        if (left > 0) {
            schedule.add(new Instalment.Planned(grant.awardedOn(), year, left));
        }
        return schedule;
    }

    private Aggregate<Fund> fund(PublishedGrant grant, String funder) throws Exception {
        String fundId = fundOf(funder);
        try {
            return funds.load(fundId);
        } catch (AggregateNotFoundException unknown) {
            return funds.newInstance(() -> new Fund(new FundEvent.FundOpened(
                    fundId,
                    grant.funder().name() + ", published register",
                    funder,
                    "What this funder gave, according to the register it published.",
                    grant.currency(),
                    DrawOrder.IN_ORDER,
                    CommitAgainst.RECEIVED)));
        }
    }
}
