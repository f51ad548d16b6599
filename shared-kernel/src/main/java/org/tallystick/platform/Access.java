package org.tallystick.platform;

import static org.tallystick.platform.Role.APPLICANT_LEAD;
import static org.tallystick.platform.Role.APPLICANT_MEMBER;
import static org.tallystick.platform.Role.ASSESSOR;
import static org.tallystick.platform.Role.AUDITOR;
import static org.tallystick.platform.Role.COMMISSIONER;
import static org.tallystick.platform.Role.GOVERNOR;
import static org.tallystick.platform.Role.OPERATOR;
import static org.tallystick.platform.Role.PAYER;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tallystick.assessment.AssessmentCommand;
import org.tallystick.assessment.AssessmentQuery;
import org.tallystick.award.AwardCommand;
import org.tallystick.award.AwardQuery;
import org.tallystick.bid.BidCommand;
import org.tallystick.bid.BidQuery;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.GrantCallQuery;
import org.tallystick.control.ControlCommand;
import org.tallystick.control.ControlQuery;
import org.tallystick.control.SampleQuery;
import org.tallystick.fund.FundCommand;
import org.tallystick.fund.FundQuery;
import org.tallystick.history.HistoryCommand;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.ProvenanceQuery;
import org.tallystick.history.VerificationQuery;
import org.tallystick.ledger.GapQuery;
import org.tallystick.ledger.LedgerQuery;
import org.tallystick.ledger.LedgerTimeQuery;
import org.tallystick.ledger.WhyQuery;
import org.tallystick.opendata.PublicQuery;
import org.tallystick.payment.PaymentCommand;
import org.tallystick.payment.PaymentQuery;
import org.tallystick.registry.OrganisationCommand;
import org.tallystick.registry.OrganisationQuery;
import org.tallystick.replay.ReplayCommand;
import org.tallystick.replay.ReplayQuery;

/**
 * Which role may send which command and ask which query: one table, and what is not in it is refused. Whose
 * organisation it must be is decided where the facts are, in the aggregate and in the query.
 */
public final class Access {

    private static final Map<Class<?>, Set<Role>> TABLE = table();

    private Access() {}

    /** The roles that may use a command or query; none where it is not named. */
    public static Set<Role> rolesOf(Class<?> message) {
        return TABLE.getOrDefault(message, Set.of());
    }

    /**
     * Refuses with {@link Refusal#NOT_ALLOWED}, or {@link Refusal#NOT_LOGGED_IN} for the public, unless the role may.
     */
    public static void require(Actor actor, Class<?> message) {
        if (rolesOf(message).contains(actor.role())) {
            return;
        }
        if (actor.role() == Role.PUBLIC) {
            throw Rejection.of(Refusal.NOT_LOGGED_IN, "This needs a log-in.");
        }
        throw Rejection.of(
                Refusal.NOT_ALLOWED,
                "“" + inWords(message.getSimpleName()) + "” is not for the role "
                        + actor.role().words() + ".");
    }

    /** "Offer agreement": people read it too. */
    private static String inWords(String name) {
        return name.charAt(0) + name.substring(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static Map<Class<?>, Set<Role>> table() {
        Map<Class<?>, Set<Role>> table = new LinkedHashMap<>();
        registry(table);
        funds(table);
        calls(table);
        bids(table);
        assessments(table);
        awards(table);
        history(table);
        queries(table);
        auditing(table);
        return Map.copyOf(table);
    }

    private static void registry(Map<Class<?>, Set<Role>> table) {
        Set<Role> anyParty = EnumSet.of(APPLICANT_LEAD, APPLICANT_MEMBER, GOVERNOR, COMMISSIONER);
        table.put(
                OrganisationCommand.ApplyForRegistration.class,
                EnumSet.of(APPLICANT_LEAD, GOVERNOR, COMMISSIONER, OPERATOR));
        table.put(OrganisationCommand.RegisterOrganisation.class, EnumSet.of(GOVERNOR, COMMISSIONER, OPERATOR));
        table.put(OrganisationCommand.SuspendOrganisation.class, EnumSet.of(GOVERNOR, OPERATOR));
        table.put(OrganisationCommand.ReinstateOrganisation.class, EnumSet.of(GOVERNOR, OPERATOR));
        table.put(OrganisationCommand.CloseOrganisation.class, EnumSet.of(GOVERNOR, OPERATOR));
        table.put(OrganisationCommand.RenameOrganisation.class, EnumSet.of(APPLICANT_LEAD, GOVERNOR, OPERATOR));
        table.put(OrganisationCommand.AddIdentifier.class, EnumSet.of(APPLICANT_LEAD, GOVERNOR, OPERATOR));
        table.put(OrganisationCommand.GiveRole.class, EnumSet.of(APPLICANT_LEAD, GOVERNOR, OPERATOR));
        table.put(OrganisationCommand.TakeRole.class, EnumSet.of(APPLICANT_LEAD, GOVERNOR, OPERATOR));
        table.put(OrganisationCommand.SetDelegatedLimit.class, EnumSet.of(GOVERNOR, OPERATOR));
        table.put(OrganisationCommand.ProposeBankDetails.class, EnumSet.of(APPLICANT_LEAD, APPLICANT_MEMBER));
        table.put(OrganisationCommand.ConfirmBankDetails.class, EnumSet.of(APPLICANT_LEAD, COMMISSIONER, PAYER));
        table.put(OrganisationCommand.RejectBankDetails.class, EnumSet.of(APPLICANT_LEAD, COMMISSIONER, PAYER));
        table.put(OrganisationCommand.ClaimByAndForStanding.class, EnumSet.of(APPLICANT_LEAD));
        table.put(OrganisationCommand.EvidenceByAndForStanding.class, EnumSet.of(APPLICANT_LEAD, APPLICANT_MEMBER));
        table.put(OrganisationCommand.VerifyByAndForStanding.class, anyParty);
        table.put(OrganisationCommand.RefuseByAndForStanding.class, anyParty);
        table.put(OrganisationCommand.ChallengeByAndForStanding.class, anyParty);
        table.put(OrganisationCommand.DecideByAndForChallenge.class, anyParty);
        table.put(OrganisationCommand.RecordCostProfile.class, EnumSet.of(APPLICANT_LEAD, APPLICANT_MEMBER));
    }

    private static void funds(Map<Class<?>, Set<Role>> table) {
        table.put(FundCommand.OpenFund.class, EnumSet.of(GOVERNOR));
        table.put(FundCommand.PledgeContribution.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(FundCommand.WithdrawPledge.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(FundCommand.ReceiveContribution.class, EnumSet.of(GOVERNOR, PAYER));
        table.put(FundCommand.ReturnContribution.class, EnumSet.of(GOVERNOR));
        table.put(FundCommand.FreeUnspentMoney.class, EnumSet.of(GOVERNOR));
        table.put(FundCommand.ReturnUnspentMoney.class, EnumSet.of(GOVERNOR));
        table.put(FundCommand.FreezeFund.class, EnumSet.of(GOVERNOR));
        table.put(FundCommand.UnfreezeFund.class, EnumSet.of(GOVERNOR));
        table.put(FundCommand.CloseFund.class, EnumSet.of(GOVERNOR));
    }

    private static void calls(Map<Class<?>, Set<Role>> table) {
        table.put(GrantCallCommand.DraftCall.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(GrantCallCommand.RedraftCall.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(GrantCallCommand.ApproveCall.class, EnumSet.of(GOVERNOR));
        table.put(GrantCallCommand.AmendCall.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(GrantCallCommand.AskQuestion.class, EnumSet.of(APPLICANT_LEAD, APPLICANT_MEMBER));
        table.put(GrantCallCommand.AnswerQuestion.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(GrantCallCommand.WithdrawCall.class, EnumSet.of(GOVERNOR));
        table.put(GrantCallCommand.RecommendAwards.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(GrantCallCommand.ApproveDecision.class, EnumSet.of(GOVERNOR));
        table.put(GrantCallCommand.InformApplicants.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(GrantCallCommand.RecommendPromotion.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(GrantCallCommand.ApprovePromotion.class, EnumSet.of(GOVERNOR));
        table.put(GrantCallCommand.ArchiveCall.class, EnumSet.of(GOVERNOR));
        table.put(GrantCallCommand.KeepTime.class, EnumSet.of(OPERATOR));
    }

    private static void history(Map<Class<?>, Set<Role>> table) {
        table.put(HistoryCommand.OpenLog.class, EnumSet.of(OPERATOR));
        table.put(HistoryCommand.RotateLogKey.class, EnumSet.of(OPERATOR));
        table.put(HistoryCommand.ClosePeriod.class, EnumSet.of(OPERATOR));
    }

    private static void bids(Map<Class<?>, Set<Role>> table) {
        Set<Role> applicants = EnumSet.of(APPLICANT_LEAD, APPLICANT_MEMBER);
        table.put(BidCommand.StartBid.class, applicants);
        table.put(BidCommand.AnswerEligibility.class, applicants);
        table.put(BidCommand.DescribeProject.class, applicants);
        table.put(BidCommand.AnswerBidQuestion.class, applicants);
        table.put(BidCommand.SaveBudget.class, applicants);
        Set<Role> leads = EnumSet.of(APPLICANT_LEAD);
        table.put(BidCommand.InvitePartner.class, leads);
        table.put(BidCommand.ChangePartner.class, leads);
        table.put(BidCommand.RemovePartner.class, leads);
        table.put(BidCommand.AgreeAsPartner.class, leads);
        table.put(BidCommand.LeaveBid.class, leads);
        table.put(BidCommand.CertifyBid.class, EnumSet.of(APPLICANT_LEAD));
        table.put(BidCommand.SubmitBid.class, EnumSet.of(APPLICANT_LEAD));
        table.put(BidCommand.ReopenBid.class, EnumSet.of(APPLICANT_LEAD));
        table.put(BidCommand.WithdrawBid.class, EnumSet.of(APPLICANT_LEAD));
        table.put(BidCommand.ReportHours.class, applicants);
        table.put(BidCommand.LapseBid.class, EnumSet.of(OPERATOR));
        Set<Role> readers =
                EnumSet.of(APPLICANT_LEAD, APPLICANT_MEMBER, GOVERNOR, COMMISSIONER, ASSESSOR, AUDITOR, OPERATOR);
        table.put(BidQuery.Bids.class, readers);
        table.put(BidQuery.OneBid.class, readers);
        table.put(BidQuery.BudgetFile.class, readers);
        table.put(BidQuery.OfferedFacts.class, applicants);
        table.put(BidQuery.Partnerships.class, applicants);
        table.put(GrantCallQuery.FittingCalls.class, applicants);
    }

    private static void assessments(Map<Class<?>, Set<Role>> table) {
        table.put(AssessmentCommand.InviteAssessor.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(AssessmentCommand.AcceptAssessment.class, EnumSet.of(ASSESSOR));
        table.put(AssessmentCommand.DeclineAssessment.class, EnumSet.of(ASSESSOR));
        table.put(AssessmentCommand.RecuseAssessment.class, EnumSet.of(ASSESSOR));
        table.put(AssessmentCommand.SaveScores.class, EnumSet.of(ASSESSOR));
        table.put(AssessmentCommand.SubmitAssessment.class, EnumSet.of(ASSESSOR));
        Set<Role> ofCalls = EnumSet.of(GOVERNOR, COMMISSIONER, AUDITOR, OPERATOR);
        table.put(AssessmentQuery.Assessments.class, EnumSet.of(ASSESSOR, GOVERNOR, COMMISSIONER, AUDITOR, OPERATOR));
        table.put(AssessmentQuery.OneAssessment.class, EnumSet.of(ASSESSOR, GOVERNOR, COMMISSIONER, AUDITOR, OPERATOR));
        table.put(AssessmentQuery.RankingOf.class, ofCalls);
        table.put(AssessmentQuery.BidsSideBySide.class, ofCalls);
        table.put(AssessmentQuery.DecisionOf.class, ofCalls);
        table.put(AssessmentQuery.ReserveOf.class, ofCalls);
    }

    private static void awards(Map<Class<?>, Set<Role>> table) {
        table.put(AwardCommand.CommitAward.class, EnumSet.of(GOVERNOR));
        table.put(AwardCommand.OfferAgreement.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(AwardCommand.ExpireOffer.class, EnumSet.of(OPERATOR));
        table.put(AwardCommand.SignAgreement.class, EnumSet.of(APPLICANT_LEAD));
        table.put(AwardCommand.DeclineAward.class, EnumSet.of(APPLICANT_LEAD));
        table.put(AwardCommand.RescindAward.class, EnumSet.of(GOVERNOR));
        table.put(AwardCommand.SubmitClaim.class, EnumSet.of(APPLICANT_LEAD, APPLICANT_MEMBER));
        table.put(AwardCommand.QueryClaim.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(AwardCommand.AcceptClaim.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(AwardCommand.ApprovePayment.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(AwardCommand.InstructPayment.class, EnumSet.of(PAYER));
        table.put(PaymentCommand.ExportPayments.class, EnumSet.of(PAYER));
        table.put(AwardCommand.ConfirmPayment.class, EnumSet.of(PAYER));
        table.put(AwardCommand.ReportPaymentFailure.class, EnumSet.of(PAYER));
        table.put(AwardCommand.CancelPayment.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(AwardCommand.RecordReturn.class, EnumSet.of(PAYER));
        table.put(AwardCommand.LapseInstalment.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(AwardCommand.SuspendAward.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(AwardCommand.ResumeAward.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(AwardCommand.CloseAward.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(AwardCommand.RecordPublishedGrant.class, EnumSet.of(OPERATOR));
    }

    private static void auditing(Map<Class<?>, Set<Role>> table) {
        Set<Role> audit = EnumSet.of(AUDITOR, OPERATOR);
        table.put(LedgerQuery.TrialBalanceAt.class, audit);
        table.put(LedgerQuery.PostingsOf.class, audit);
        table.put(LedgerQuery.Export.class, audit);
        table.put(LedgerTimeQuery.DifferenceBetween.class, audit);
        table.put(LedgerTimeQuery.EntriesBetween.class, audit);
        table.put(ControlQuery.ControlTests.class, audit);
        table.put(ControlQuery.OneControlTest.class, audit);
        table.put(ControlQuery.OpenExceptions.class, audit);
        table.put(SampleQuery.SampleOf.class, audit);
        // No decision about anything: words beside an exception, which stays. Not for those whose work is tested.
        table.put(ControlCommand.ExplainException.class, EnumSet.of(AUDITOR));
        table.put(ControlCommand.ReopenException.class, EnumSet.of(AUDITOR));
        table.put(HistoryQuery.Events.class, audit);
        table.put(HistoryQuery.OneEvent.class, audit);
        table.put(HistoryQuery.LogState.class, audit);
        table.put(HistoryQuery.Checkpoints.class, audit);
        table.put(HistoryQuery.InclusionOf.class, audit);
        table.put(HistoryQuery.ConsistencyOf.class, audit);
        table.put(HistoryQuery.AuditPackOf.class, audit);
        table.put(HistoryQuery.BalanceSealed.class, audit);
        table.put(VerificationQuery.Verifications.class, audit);
        table.put(ReplayCommand.RequestReplay.class, audit);
        table.put(ReplayCommand.CancelReplay.class, audit);
        table.put(ReplayCommand.DropReplay.class, audit);
        table.put(ReplayQuery.Replays.class, audit);
        table.put(ReplayQuery.OneReplay.class, audit);
        table.put(ReplayQuery.ComparisonOf.class, audit);
        table.put(ProvenanceQuery.Search.class, audit);
        table.put(ProvenanceQuery.ChangesBy.class, audit);
    }

    private static void queries(Map<Class<?>, Set<Role>> table) {
        Set<Role> anyone = EnumSet.allOf(Role.class);
        Set<Role> money = EnumSet.of(GOVERNOR, COMMISSIONER, PAYER, AUDITOR, OPERATOR);
        Set<Role> moneyAndApplicants = EnumSet.of(APPLICANT_LEAD, APPLICANT_MEMBER);
        moneyAndApplicants.addAll(money);
        table.put(OrganisationQuery.Organisations.class, anyone);
        table.put(OrganisationQuery.OneOrganisation.class, anyone);
        table.put(OrganisationQuery.Assessors.class, EnumSet.of(GOVERNOR, COMMISSIONER));
        table.put(FundQuery.Funds.class, money);
        table.put(FundQuery.OneFund.class, money);
        table.put(GrantCallQuery.Calls.class, anyone);
        table.put(GrantCallQuery.OneCall.class, anyone);
        table.put(GrantCallQuery.FiguresOfCall.class, anyone);
        table.put(GrantCallQuery.FiguresOfFunder.class, anyone);
        table.put(AwardQuery.Awards.class, anyone);
        table.put(AwardQuery.OneAward.class, anyone);
        table.put(AwardQuery.Agreement.class, moneyAndApplicants);
        table.put(AwardQuery.Payments.class, moneyAndApplicants);
        table.put(PaymentQuery.BankFiles.class, money);
        table.put(PaymentQuery.OneBankFile.class, money);
        table.put(PaymentQuery.BankFileText.class, EnumSet.of(PAYER));
        table.put(PaymentQuery.PaymentsByReference.class, EnumSet.of(PAYER));
        table.put(LedgerQuery.Statement.class, moneyAndApplicants);
        table.put(WhyQuery.Why.class, money);
        table.put(GapQuery.Gaps.class, moneyAndApplicants);
        table.put(HistoryQuery.HistoryOf.class, moneyAndApplicants);
        table.put(NameQuery.NamesOf.class, moneyAndApplicants);
        Set<Role> loggedIn = EnumSet.complementOf(EnumSet.of(Role.PUBLIC));
        table.put(HomeQuery.WhatNeedsMe.class, loggedIn);
        table.put(PublicQuery.Totals.class, anyone);
        table.put(PublicQuery.MoneyFlow.class, anyone);
        table.put(LedgerTimeQuery.LastKnown.class, anyone);
        table.put(LedgerTimeQuery.Growth.class, money);
    }
}
