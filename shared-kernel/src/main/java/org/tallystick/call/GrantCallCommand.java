package org.tallystick.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.assessment.Recommendation;
import org.tallystick.platform.Command;
import org.tallystick.platform.Reasoned;
import org.tallystick.platform.Require;

/** What can be asked of a call. */
public sealed interface GrantCallCommand extends Command {

    /** The call's id. */
    String callId();

    @Override
    default String target() {
        return callId();
    }

    /** Begins a call for the body that will hold it. */
    record DraftCall(String callId, String holder, CallTerms terms) implements GrantCallCommand {
        public DraftCall {
            Require.id(callId, "callId");
            Require.id(holder, "holder");
            Require.given(terms, "terms").requireDifferentQuestions();
        }
    }

    /** Writes the draft anew; refused where somebody else did so since the version that was read. */
    record RedraftCall(String callId, int readVersion, CallTerms terms) implements GrantCallCommand {
        public RedraftCall {
            Require.id(callId, "callId");
            Require.between(readVersion, 1, Integer.MAX_VALUE - 1, "readVersion");
            Require.given(terms, "terms").requireDifferentQuestions();
        }
    }

    /**
     * Approves the version that was read, sets its money aside and announces it.
     *
     * @param reason why a bid takes longer than is in proportion to the money; refused without it where one does
     */
    record ApproveCall(
            String callId, int readVersion, @Nullable String reason) implements GrantCallCommand, Reasoned {
        public ApproveCall {
            Require.id(callId, "callId");
            Require.between(readVersion, 1, Integer.MAX_VALUE - 1, "readVersion");
            reason = reason == null || reason.isBlank() ? null : Require.text(reason, "reason", 1000);
        }

        /** Of a call whose bids take no longer than they should. */
        public ApproveCall(String callId, int readVersion) {
            this(callId, readVersion, null);
        }
    }

    /**
     * Changes the terms of an announced or open call; the envelope stays, and the time left never gets less.
     *
     * @param reason that applicants are told; where bids take longer than before, also why they have to
     */
    record AmendCall(String callId, int readVersion, CallTerms terms, String reason)
            implements GrantCallCommand, Reasoned {
        public AmendCall {
            Require.id(callId, "callId");
            Require.between(readVersion, 1, Integer.MAX_VALUE - 1, "readVersion");
            Require.given(terms, "terms").requireDifferentQuestions();
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Asks the funder something about it. */
    record AskQuestion(String callId, String questionId, String text) implements GrantCallCommand {
        public AskQuestion {
            Require.id(callId, "callId");
            Require.id(questionId, "questionId");
            text = Require.text(text, "text", 1000);
        }
    }

    /** Answers for all to read; an answer may be put right by another one. */
    record AnswerQuestion(String callId, String questionId, String answer) implements GrantCallCommand {
        public AnswerQuestion {
            Require.id(callId, "callId");
            Require.id(questionId, "questionId");
            answer = Require.text(answer, "answer", 4000);
        }
    }

    /** Takes it back, with a reason that applicants are told; what was set aside is free again. */
    record WithdrawCall(String callId, String reason) implements GrantCallCommand, Reasoned {
        public WithdrawCall {
            Require.id(callId, "callId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /**
     * Says what is to become of every bid that was submitted, within the envelope and the ring-fence; refused where
     * somebody else did so since the version that was read, 0 at first.
     */
    record RecommendAwards(String callId, int readVersion, List<Recommendation> recommendations)
            implements GrantCallCommand {
        public RecommendAwards {
            Require.id(callId, "callId");
            Require.between(readVersion, 0, Integer.MAX_VALUE - 1, "readVersion");
            recommendations = Require.list(recommendations, "recommendations", 0, 2000);
        }
    }

    /** Approves the recommendation that was read: the awards are made and their money is committed, all or none. */
    record ApproveDecision(String callId, int readVersion) implements GrantCallCommand {
        public ApproveDecision {
            Require.id(callId, "callId");
            Require.between(readVersion, 1, Integer.MAX_VALUE - 1, "readVersion");
        }
    }

    /** Tells all applicants at once what was decided. */
    record InformApplicants(String callId) implements GrantCallCommand {
        public InformApplicants {
            Require.id(callId, "callId");
        }
    }

    /**
     * Says that a bid in reserve is to get an award after all, out of what is left of the envelope; refused where
     * somebody else did so since the version that was read, 0 at first.
     */
    record RecommendPromotion(String callId, int readVersion, Recommendation recommendation)
            implements GrantCallCommand {
        public RecommendPromotion {
            Require.id(callId, "callId");
            Require.between(readVersion, 0, Integer.MAX_VALUE - 1, "readVersion");
            if (!Require.given(recommendation, "recommendation").givesMoney()) {
                throw Require.invalid("recommendation", "must be an award.");
            }
        }
    }

    /** Approves the promotion that was read: the award is made and its money is committed, and its applicant knows. */
    record ApprovePromotion(String callId, int readVersion) implements GrantCallCommand {
        public ApprovePromotion {
            Require.id(callId, "callId");
            Require.between(readVersion, 1, Integer.MAX_VALUE - 1, "readVersion");
        }
    }

    /** Ends it; what is still set aside for it is free again. */
    record ArchiveCall(String callId) implements GrantCallCommand {
        public ArchiveCall {
            Require.id(callId, "callId");
        }
    }

    /** Opens or closes it where its moment has come; sent by the clock. */
    record KeepTime(String callId) implements GrantCallCommand {
        public KeepTime {
            Require.id(callId, "callId");
        }
    }
}
