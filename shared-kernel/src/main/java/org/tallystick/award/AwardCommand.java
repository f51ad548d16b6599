package org.tallystick.award;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.fund.Slice;
import org.tallystick.platform.Command;
import org.tallystick.platform.Effective;
import org.tallystick.platform.Reasoned;
import org.tallystick.platform.Require;

/** What can be asked of an award. */
public sealed interface AwardCommand extends Command {

    /** The award's id. */
    String awardId();

    @Override
    default String target() {
        return awardId();
    }

    /**
     * A governor whose delegated limit covers the sum decides to make an award without a call, out of the free money of
     * a fund; it is committed at once. Money set aside for a call is given away by the decision about its bids alone.
     *
     * @param realCost what the work really costs and who carries what nobody pays for, where that is known
     */
    record CommitAward(
            String awardId,
            String fundId,
            String recipient,
            String title,
            String purpose,
            String restriction,
            List<Instalment.Planned> schedule,
            @Nullable RealCost realCost,
            @Nullable LocalDate effectiveOn)
            implements AwardCommand, Effective {
        public CommitAward {
            Require.id(awardId, "awardId");
            Require.id(fundId, "fundId");
            Require.id(recipient, "recipient");
            title = Require.line(title, "title", 200);
            purpose = Require.text(purpose, "purpose", 4000);
            restriction = Slice.restriction(restriction);
            schedule = Require.list(schedule, "schedule", 1, 60);
            Require.optionalDate(effectiveOn, "effectiveOn");
        }
    }

    /**
     * Puts the agreement to the organisation, in place of an offer before that was not signed.
     *
     * @param readVersion the version that was read, 0 for none; refused where somebody else has offered another
     * @param expiresOn the last day on which it can be signed
     */
    record OfferAgreement(String awardId, int readVersion, AgreementTerms terms, LocalDate expiresOn)
            implements AwardCommand {
        public OfferAgreement {
            Require.id(awardId, "awardId");
            Require.between(readVersion, 0, Integer.MAX_VALUE - 1, "readVersion");
            Require.given(terms, "terms");
            Require.date(expiresOn, "expiresOn");
        }
    }

    /**
     * The organisation signs the agreement; the money is obligated.
     *
     * @param readVersion the version of the offer that was read; none for an award without an offer on record
     */
    record SignAgreement(
            String awardId,
            @Nullable Integer readVersion,
            @Nullable LocalDate effectiveOn) implements AwardCommand, Effective {
        public SignAgreement {
            Require.id(awardId, "awardId");
            Require.optionalDate(effectiveOn, "effectiveOn");
        }
    }

    /** The clock's: an offer that nobody signed in time has run out; its money is free again. */
    record ExpireOffer(String awardId) implements AwardCommand {
        public ExpireOffer {
            Require.id(awardId, "awardId");
        }
    }

    /** The organisation does not take the award; its money is free again. */
    record DeclineAward(String awardId, String reason) implements AwardCommand, Reasoned {
        public DeclineAward {
            Require.id(awardId, "awardId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** The funder takes back an award that was not signed; its money is free again. */
    record RescindAward(
            String awardId, String reason, @Nullable LocalDate effectiveOn)
            implements AwardCommand, Effective, Reasoned {
        public RescindAward {
            Require.id(awardId, "awardId");
            reason = Require.text(reason, "reason", 1000);
            Require.optionalDate(effectiveOn, "effectiveOn");
        }
    }

    /** What can be asked of the claim for an instalment. */
    sealed interface OfClaim extends AwardCommand {

        /** The instalment's number. */
        int instalment();
    }

    /**
     * The organisation claims an instalment that is paid in arrears.
     *
     * @param amountPence at most the instalment; the rest of it will not be needed once the claim is accepted
     * @param spent what was spent, line by line: at least the amount
     */
    record SubmitClaim(String awardId, int instalment, long amountPence, List<ClaimLine> spent) implements OfClaim {
        public SubmitClaim {
            Require.id(awardId, "awardId");
            Require.between(instalment, 1, Instalment.MOST, "instalment");
            Require.pence(amountPence, "amountPence");
            spent = Require.list(spent, "spent", 1, 100);
            if (ClaimLine.sumPence(spent) < amountPence) {
                throw Require.invalid("spent", "must add up to at least what is claimed.");
            }
        }
    }

    /** The funder asks about a claim before it decides; the organisation answers by claiming again. */
    record QueryClaim(String awardId, int instalment, String reason) implements OfClaim, Reasoned {
        public QueryClaim {
            Require.id(awardId, "awardId");
            Require.between(instalment, 1, Instalment.MOST, "instalment");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** The funder finds a claim right; the instalment can then be approved. */
    record AcceptClaim(String awardId, int instalment) implements OfClaim {
        public AcceptClaim {
            Require.id(awardId, "awardId");
            Require.between(instalment, 1, Instalment.MOST, "instalment");
        }
    }

    /** One of the people who must approve an instalment before it is payable. */
    record ApprovePayment(String awardId, int instalment) implements AwardCommand {
        public ApprovePayment {
            Require.id(awardId, "awardId");
            Require.between(instalment, 1, Instalment.MOST, "instalment");
        }
    }

    /** A payer tells the bank to pay an instalment, for the first time or after a failure. */
    record InstructPayment(String awardId, int instalment) implements AwardCommand {
        public InstructPayment {
            Require.id(awardId, "awardId");
            Require.between(instalment, 1, Instalment.MOST, "instalment");
        }
    }

    /**
     * The bank has paid.
     *
     * @param attempt which attempt it speaks of, where it says so; refused where the payment was sent again since
     */
    record ConfirmPayment(
            String awardId,
            int instalment,
            @Nullable Integer attempt,
            String bankReference,
            @Nullable LocalDate effectiveOn)
            implements AwardCommand, Effective {
        public ConfirmPayment {
            Require.id(awardId, "awardId");
            Require.between(instalment, 1, Instalment.MOST, "instalment");
            bankReference = Require.line(bankReference, "bankReference", 100);
            Require.optionalDate(effectiveOn, "effectiveOn");
        }
    }

    /**
     * The bank could not pay, or has sent back what it had paid: the account was wrong or closed.
     *
     * @param attempt which attempt it speaks of, where it says so; refused where the payment was sent again since
     */
    record ReportPaymentFailure(
            String awardId,
            int instalment,
            @Nullable Integer attempt,
            String reason,
            @Nullable LocalDate effectiveOn) implements AwardCommand, Effective, Reasoned {
        public ReportPaymentFailure {
            Require.optionalDate(effectiveOn, "effectiveOn");
            Require.id(awardId, "awardId");
            Require.between(instalment, 1, Instalment.MOST, "instalment");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Takes back the approval of an instalment that is not with the bank; it must be approved anew, or lapses. */
    record CancelPayment(
            String awardId,
            int instalment,
            String reason,
            @Nullable LocalDate effectiveOn) implements AwardCommand, Effective, Reasoned {
        public CancelPayment {
            Require.id(awardId, "awardId");
            Require.between(instalment, 1, Instalment.MOST, "instalment");
            reason = Require.text(reason, "reason", 1000);
            Require.optionalDate(effectiveOn, "effectiveOn");
        }
    }

    /** The organisation has sent money back that it did not spend. */
    record RecordReturn(
            String awardId,
            long amountPence,
            String reason,
            @Nullable LocalDate effectiveOn) implements AwardCommand, Effective, Reasoned {
        public RecordReturn {
            Require.id(awardId, "awardId");
            Require.pence(amountPence, "amountPence");
            Require.optionalDate(effectiveOn, "effectiveOn");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** An instalment that will not be needed runs out; where it was approved, the approval is taken back first. */
    record LapseInstalment(
            String awardId,
            int instalment,
            String reason,
            @Nullable LocalDate effectiveOn) implements AwardCommand, Effective, Reasoned {
        public LapseInstalment {
            Require.id(awardId, "awardId");
            Require.between(instalment, 1, Instalment.MOST, "instalment");
            Require.optionalDate(effectiveOn, "effectiveOn");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Nothing new is paid until the award is resumed. */
    record SuspendAward(String awardId, String reason) implements AwardCommand, Reasoned {
        public SuspendAward {
            Require.id(awardId, "awardId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Ends a suspension. */
    record ResumeAward(String awardId, String reason) implements AwardCommand, Reasoned {
        public ResumeAward {
            Require.id(awardId, "awardId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Ends an award of which every instalment is paid or lapsed. */
    record CloseAward(String awardId) implements AwardCommand {
        public CloseAward {
            Require.id(awardId, "awardId");
        }
    }

    /**
     * Takes one row of a published register in as history: organisations, fund, contribution, award, payments, or none.
     */
    record RecordPublishedGrant(String awardId, PublishedGrant grant) implements AwardCommand, Effective {
        public RecordPublishedGrant {
            Require.id(awardId, "awardId");
            Require.given(grant, "grant");
        }

        @Override
        public LocalDate effectiveOn() {
            return grant.awardedOn();
        }
    }
}
