package org.tallystick.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.award.AwardQuery.ClaimView;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Tone;
import org.tallystick.platform.Words;

/** How awards and payments are said. */
public final class AwardWords {

    private AwardWords() {}

    /** The state of an award as its tag. */
    public static StateTag state(AwardState state) {
        return switch (state) {
            case COMMITTED -> StateTag.of("Not offered yet", Tone.WAITING);
            case OFFERED -> StateTag.of("Waiting for a signature", Tone.WAITING);
            case DECLINED -> StateTag.of("Declined", Tone.PLAIN);
            case EXPIRED -> StateTag.of("Offer ran out", Tone.PLAIN);
            case RESCINDED -> StateTag.of("Taken back", Tone.PLAIN);
            case ACTIVE -> StateTag.of("Running", Tone.GOOD);
            case SUSPENDED -> StateTag.of("Suspended", Tone.LATE);
            case CLOSED -> StateTag.of("Closed", Tone.PLAIN);
        };
    }

    /** A state of payments in the plain words of lists and filters. */
    public static String state(PaymentState state) {
        return switch (state) {
            case SCHEDULED -> "Waiting for approval";
            case PAYABLE -> "Approved, not sent";
            case INSTRUCTED -> "With the bank";
            case PAID -> "Paid";
            case FAILED -> "Failed";
            case LAPSED -> "Not needed";
        };
    }

    /** The state of one payment as its tag: how many have approved it, and whether it is late. */
    public static StateTag state(PaymentView payment) {
        String text = state(payment.state());
        if (payment.state() == PaymentState.SCHEDULED && payment.inArrears() && payment.approvals() == 0) {
            text = claim(payment.claim());
        }
        if (payment.state() == PaymentState.SCHEDULED && payment.approvals() > 0) {
            text = "Approved by %d of %d".formatted(payment.approvals(), payment.approvalsNeeded());
        }
        if (payment.state() == PaymentState.SCHEDULED && payment.awardState() == AwardState.SUSPENDED) {
            text = "Waits: the award is suspended";
        }
        Tone tone = switch (payment.state()) {
            case PAID -> Tone.GOOD;
            case FAILED -> Tone.LATE;
            case LAPSED -> Tone.PLAIN;
            case SCHEDULED, PAYABLE, INSTRUCTED -> payment.overdue() ? Tone.LATE : Tone.WAITING;
        };
        return StateTag.of(text, tone);
    }

    private static String claim(@Nullable ClaimView claim) {
        if (claim == null) {
            return "Waiting for a claim";
        }
        return switch (claim.state()) {
            case SUBMITTED -> "Claimed, not accepted yet";
            case QUERIED -> "Question about the claim";
            case ACCEPTED -> state(PaymentState.SCHEDULED);
        };
    }

    /** Where the statement of an award is. */
    public static String statement(String awardId) {
        return "/ledger/statements/award/" + awardId;
    }

    /** The next payment that is neither made nor lapsed. */
    public static Optional<PaymentView> nextPayment(List<PaymentView> payments) {
        return payments.stream()
                .filter(payment -> payment.state() != PaymentState.PAID && payment.state() != PaymentState.LAPSED)
                .findFirst();
    }

    /** What happens next, and by whom, in a sentence or two. */
    public static String next(AwardView award, Words words) {
        String recipient = award.summary().recipientName();
        return switch (award.summary().state()) {
            case COMMITTED ->
                award.summary().funderName()
                        + (award.callId() == null ? " can put an agreement to " : " puts the agreement to ")
                        + recipient + ", which signs or declines."
                        + (award.callId() == null ? " It can also sign for the award as it stands here." : "")
                        + " The money is kept for it until then, and nothing is paid before.";
            case OFFERED ->
                recipient + " signs the agreement or declines" + lastDay(award, words)
                        + ". The money is kept for it until then, and nothing is paid before.";
            case EXPIRED -> "Nobody signed in time, so the offer ran out. Its money is free again.";
            case DECLINED -> recipient + " did not take this award. Its money is free again.";
            case RESCINDED -> "The award was taken back before it was signed. Its money is free again.";
            case SUSPENDED -> "Nothing new is paid until the award is resumed.";
            case CLOSED -> "This award has ended. What comes back later can still be recorded.";
            case ACTIVE ->
                nextPayment(award.payments())
                        .map(payment -> payment.state() == PaymentState.SCHEDULED
                                        && !award.source().isEmpty()
                                ? notSaid(payment, words)
                                : next(payment, words))
                        .orElse(
                                award.payments().isEmpty()
                                        ? "Payments are made on the agreed days."
                                        : "Every instalment is settled. The award can be closed.");
        };
    }

    private static String notSaid(PaymentView payment, Words words) {
        return "The register this award was taken from does not say whether it was paid. It has %s for %s. %s"
                .formatted(
                        MoneyText.say(payment.amountPence()),
                        words.date(payment.dueOn()),
                        "If it is still to be paid, it has to be approved here first.");
    }

    private static String lastDay(AwardView award, Words words) {
        LocalDate day = award.offerExpiresOn();
        return day == null ? "" : ", until the end of " + words.date(day);
    }

    /** Where one version of an agreement stands. */
    static StateTag state(AgreementState state) {
        return switch (state) {
            case OFFERED -> StateTag.of("Offered, not signed", Tone.WAITING);
            case REPLACED -> StateTag.of("Replaced by a later version", Tone.PLAIN);
            case SIGNED -> StateTag.of("Signed", Tone.GOOD);
            case DECLINED -> StateTag.of("Declined", Tone.PLAIN);
            case EXPIRED -> StateTag.of("Ran out", Tone.PLAIN);
            case RESCINDED -> StateTag.of("Taken back", Tone.PLAIN);
        };
    }

    private static String next(PaymentView payment, Words words) {
        String what = "Payment %d of %s is due on %s"
                .formatted(payment.instalment(), MoneyText.say(payment.amountPence()), words.date(payment.dueOn()));
        return switch (payment.state()) {
            case SCHEDULED -> what + ". " + beforeApproval(payment, words);
            case PAYABLE -> what + ". It is approved, and a payer tells the bank to pay it.";
            case INSTRUCTED -> what + ". It is with the bank; a payer records whether it arrived.";
            case FAILED -> what + ". The bank could not pay it. Check the bank details, then a payer sends it again.";
            case PAID, LAPSED -> what + ".";
        };
    }

    /** What is paid after the spending is claimed and accepted first. */
    private static String beforeApproval(PaymentView payment, Words words) {
        ClaimView claim = payment.claim();
        if (payment.inArrears() && claim == null) {
            return "It is paid after the spending: " + payment.recipientName()
                    + " claims it, the funder accepts the claim, and then it is approved.";
        }
        if (claim != null && claim.state() == ClaimState.SUBMITTED) {
            return payment.recipientName() + " claimed " + MoneyText.say(claim.amountPence()) + " on "
                    + words.date(claim.submittedOn()) + ". The funder accepts the claim, or asks something about it.";
        }
        if (claim != null && claim.state() == ClaimState.QUERIED) {
            return "The funder asked something about the claim. " + payment.recipientName()
                    + " answers by claiming again.";
        }
        return "It has to be approved by "
                + words.count((long) payment.approvalsNeeded() - payment.approvals(), "person", "people")
                + " before it can be paid.";
    }

    /** One of its payments. */
    static PaymentView payment(AwardView award, int instalment) {
        return award.payments().stream()
                .filter(one -> one.instalment() == instalment)
                .findFirst()
                .orElseThrow(() -> Rejection.of(Refusal.NOT_FOUND, "This award has no payment " + instalment + "."));
    }
}
