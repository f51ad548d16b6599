package org.tallystick.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.award.AgreementTerms;
import org.tallystick.award.AwardCommand.ApprovePayment;
import org.tallystick.award.AwardCommand.ConfirmPayment;
import org.tallystick.award.AwardCommand.DeclineAward;
import org.tallystick.award.AwardCommand.InstructPayment;
import org.tallystick.award.AwardCommand.OfferAgreement;
import org.tallystick.award.AwardCommand.SignAgreement;
import org.tallystick.award.Instalment;
import org.tallystick.award.PaymentPlan;
import org.tallystick.call.CallTerms;
import org.tallystick.platform.DemoDecisions.Made;

/** What becomes of the awards that calls of the demo have made: offered, signed, and paid when they are due. */
final class DemoAgreements {

    private static final int CHECKED_BEFORE = 6;
    private static final int DAYS_TO_ARRIVE = 75;

    private final DemoStage stage;
    private final DemoRegistry registry;

    DemoAgreements(DemoStage stage, DemoRegistry registry) {
        this.stage = stage;
        this.registry = registry;
    }

    /**
     * All of one call; one organisation does not take what it is offered, nor does who has no bank account.
     *
     * @return the awards that came to nothing
     */
    List<Made> tell(DemoCalls.Entry call, CallTerms terms, List<Made> awards) {
        LocalDate offered = terms.timetable().informedBy().plusDays(2);
        Actor commissioner = stage.actor(Role.COMMISSIONER, call.holder());
        List<Made> declined = new ArrayList<>();
        for (int i = 0; i < awards.size(); i++) {
            Made award = awards.get(i);
            Actor lead = stage.actor(Role.APPLICANT_LEAD, award.applicant());
            stage.on(offered)
                    .send(new OfferAgreement(award.awardId(), 0, agreement(terms), offered.plusDays(28)), commissioner);
            boolean payable = !registry.entry(award.applicant()).bank().equals("none");
            if (i == 3 || !payable) {
                String why = payable ? "We could not find the people to do it well." : "We have no bank account yet.";
                stage.on(offered.plusDays(6)).send(new DeclineAward(award.awardId(), why), lead);
                declined.add(award);
            } else {
                stage.on(offered.plusDays(4 + i)).send(new SignAgreement(award.awardId(), 1, null), lead);
                pay(call, terms, award);
            }
        }
        return declined;
    }

    private void pay(DemoCalls.Entry call, CallTerms terms, Made award) {
        List<Instalment.Planned> plan =
                PaymentPlan.quarterly(terms.timetable().startsFrom(), terms.months(), award.amounts());
        for (int number = 1; number <= plan.size(); number++) {
            // Partners pay their share in two months after the year begins; until then nothing can be paid from it.
            LocalDate arrived = plan.get(number - 1).financialYear().firstDay().plusDays(DAYS_TO_ARRIVE);
            LocalDate due = plan.get(number - 1).dueOn().isBefore(arrived)
                    ? arrived
                    : plan.get(number - 1).dueOn();
            if (!stage.hasCome(due.atStartOfDay(UkTime.ZONE).toInstant())) {
                return;
            }
            stage.on(due.minusDays(CHECKED_BEFORE))
                    .send(new ApprovePayment(award.awardId(), number), stage.actor(Role.COMMISSIONER, call.holder()));
            Actor payer = stage.actor(Role.PAYER, call.holder());
            stage.on(due.minusDays(1)).send(new InstructPayment(award.awardId(), number), payer);
            stage.on(due)
                    .send(
                            new ConfirmPayment(
                                    award.awardId(), number, 1, "BACS " + award.awardId() + "/" + number, null),
                            payer);
        }
    }

    private static AgreementTerms agreement(CallTerms terms) {
        LocalDate starts = terms.timetable().startsFrom();
        return new AgreementTerms(
                terms.purpose(),
                "Staff, rooms, travel and materials of this work, and its share of running the organisation.",
                List.of(
                        "Nobody who uses the service is charged for it.",
                        "Safeguarding concerns are told to the funder within two working days."),
                List.of("People who use the service say what has changed for them, in their own words."),
                starts,
                starts.plusMonths(terms.months()).minusDays(1),
                List.of(),
                "Small organisations cannot pay wages before they are paid.");
    }
}
