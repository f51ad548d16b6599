package org.tallystick.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tallystick.assessment.AssessmentState;
import org.tallystick.award.AwardState;
import org.tallystick.award.ClaimState;
import org.tallystick.award.PaymentState;
import org.tallystick.bid.BidState;
import org.tallystick.call.GrantCallState;
import org.tallystick.control.ExceptionState;
import org.tallystick.fund.FundState;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.Lifecycle;
import org.tallystick.registry.OrganisationState;
import org.tallystick.replay.ReplayState;

/** What an event changes in the thing it happens to: pure functions of its type. */
public final class EventEffects {

    private static final String INSTALMENT = "instalment";

    /** By-and-for standing is none of them: what was verified holds beside a new claim. */
    private static final List<Moves> LIFECYCLES = List.of(
            new Moves(OrganisationState.LIFECYCLE, ""),
            new Moves(FundState.LIFECYCLE, ""),
            new Moves(GrantCallState.LIFECYCLE, ""),
            new Moves(BidState.LIFECYCLE, ""),
            new Moves(AssessmentState.LIFECYCLE, ""),
            new Moves(AwardState.LIFECYCLE, ""),
            new Moves(PaymentState.LIFECYCLE, INSTALMENT),
            new Moves(ClaimState.LIFECYCLE, INSTALMENT),
            new Moves(ReplayState.LIFECYCLE, ""),
            new Moves(ExceptionState.LIFECYCLE, ""));

    private static final List<SaysAnew> SAID_AGAIN = List.of(
            said("call.CallDrafted", "call.CallRedrafted", "call.CallAmended"),
            said("call.AwardsRecommended"),
            said("bid.EligibilityAnswered"),
            said("bid.ProjectDescribed"),
            said("bid.BudgetSaved"),
            said("bid.HoursReported"),
            said("bid.BidQuestionAnswered").by("question"),
            said("bid.PartnerInvited", "bid.PartnerChanged").by("partner"),
            said("assessment.ScoresSaved"),
            said("award.AgreementOffered"),
            said("award.GapRecorded"),
            said("registry.OrganisationApplied", "registry.OrganisationRenamed"),
            said("registry.BankDetailsConfirmed"),
            said("registry.CostProfileRecorded"),
            said("registry.DelegatedLimitSet").by("personId"),
            said("control.ExceptionExplained"));

    private EventEffects() {}

    /**
     * A state that events move.
     *
     * @param by the field that says which of several it is the state of; empty where there is one only
     */
    public record Moves(Lifecycle<?> lifecycle, String by) {

        /** The stored names of the events that lead to another state. */
        public Set<String> types() {
            return lifecycle.transitions().stream()
                    .filter(arrow -> arrow.from() != arrow.to())
                    .map(arrow -> EventTypes.nameOf(arrow.event()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Events that say the same whole thing, so that the later one takes the place of the earlier.
     *
     * @param by the field in which both must say the same; empty where there is none
     */
    public record SaysAnew(Set<String> types, String by) {

        private SaysAnew by(String field) {
            return new SaysAnew(types, field);
        }
    }

    /** The states that an event of this type can move. */
    public static List<Moves> moves(String type) {
        return LIFECYCLES.stream().filter(one -> one.types().contains(type)).toList();
    }

    /** Which events say what an event of this type says. */
    public static Optional<SaysAnew> saysAnew(String type) {
        return SAID_AGAIN.stream().filter(one -> one.types().contains(type)).findFirst();
    }

    private static SaysAnew said(String... types) {
        return new SaysAnew(Set.of(types), "");
    }
}
