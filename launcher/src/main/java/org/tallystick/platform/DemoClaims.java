package org.tallystick.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.tallystick.award.AgreementTerms;
import org.tallystick.award.AwardCommand.AcceptClaim;
import org.tallystick.award.AwardCommand.OfferAgreement;
import org.tallystick.award.AwardCommand.QueryClaim;
import org.tallystick.award.AwardCommand.SubmitClaim;
import org.tallystick.award.ClaimLine;

/** Awards of the demo that are paid after the spending: what was claimed, asked about and found right. */
final class DemoClaims {

    private static final int CLAIMED_BEFORE = 14;
    private static final int ACCEPTED_BEFORE = 8;
    private static final int WEEKS_TO_SIGN = 4;

    private final DemoStage stage;

    DemoClaims(DemoStage stage) {
        this.stage = stage;
    }

    /** The day on which a step of a story happens. */
    LocalDate day(DemoAwards.Entry award, String step, int number) {
        LocalDate made = stage.day(award.on());
        LocalDate due = stage.day(award.payments().get(number - 1).due());
        return switch (step) {
            case "arrears" -> made.plusDays(3);
            case "claim", "less" -> due.minusDays(CLAIMED_BEFORE);
            default -> due.minusDays(ACCEPTED_BEFORE);
        };
    }

    /** Takes a step, on the day the stage has come to. */
    void take(DemoAwards.Entry award, String step, int number, Actor commissioner, Actor lead) {
        long most = award.payments().get(number - 1).pounds() * 100;
        switch (step) {
            case "arrears" -> offer(award, number, commissioner);
            case "claim" -> stage.send(new SubmitClaim(award.id(), number, most, spent(most)), lead);
            case "less" -> {
                long claimed = most - most * 7 / 80 - 13;
                stage.send(new SubmitClaim(award.id(), number, claimed, spent(claimed)), lead);
            }
            case "accept" -> stage.send(new AcceptClaim(award.id(), number), commissioner);
            case "ask" ->
                stage.send(
                        new QueryClaim(
                                award.id(),
                                number,
                                "The travel is more than the plan had for the whole year. Is the hire of the van in it?"),
                        commissioner);
            default -> throw new IllegalArgumentException("No step of a claim: " + step);
        }
    }

    /** An agreement under which the payments from that one on are made after the spending. */
    private void offer(DemoAwards.Entry award, int first, Actor commissioner) {
        LocalDate starts = stage.day(award.on()).plusDays(14);
        AgreementTerms terms = new AgreementTerms(
                award.purpose(),
                "Staff, rooms, travel and materials of this work, and its share of running the organisation.",
                List.of("Nobody who uses the service is charged for it."),
                List.of("People who take part say what has changed for them, in their own words."),
                starts,
                starts.plusMonths(12).minusDays(1),
                IntStream.rangeClosed(first, award.payments().size()).boxed().toList(),
                first == 1 ? "" : "The first payment pays for what is needed to begin.");
        stage.send(
                new OfferAgreement(award.id(), 0, terms, stage.day(award.on()).plusWeeks(WEEKS_TO_SIGN)), commissioner);
    }

    /** What it went on, to the penny. */
    private static List<ClaimLine> spent(long pence) {
        long wages = pence * 61 / 100;
        long travel = pence * 17 / 100;
        long things = pence * 9 / 100;
        return List.of(
                new ClaimLine("Wages of the worker for the quarter, with National Insurance and pension", wages),
                new ClaimLine("Fares and meals of people taking part", travel),
                new ClaimLine("Books, materials and hire of rooms", things),
                new ClaimLine(
                        "Share of rent, accounts and insurance, as in the budget", pence - wages - travel - things));
    }
}
