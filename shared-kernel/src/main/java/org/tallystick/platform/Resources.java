package org.tallystick.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tallystick.assessment.AssessmentQuery;
import org.tallystick.award.AwardQuery;
import org.tallystick.bid.BidQuery;
import org.tallystick.call.GrantCallQuery;
import org.tallystick.control.ControlQuery;
import org.tallystick.control.SampleQuery;
import org.tallystick.fund.FundQuery;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.ProvenanceQuery;
import org.tallystick.history.VerificationQuery;
import org.tallystick.ledger.GapQuery;
import org.tallystick.ledger.LedgerQuery;
import org.tallystick.ledger.LedgerTimeQuery;
import org.tallystick.ledger.WhyQuery;
import org.tallystick.opendata.PublicQuery;
import org.tallystick.payment.PaymentQuery;
import org.tallystick.registry.OrganisationQuery;
import org.tallystick.replay.ReplayQuery;

/**
 * The address of every query under {@code /api}: a part in braces is the query's component of that name, its other
 * components are parameters. {@code after=POSITION} goes with any of them and waits until the answer has got that far.
 */
public final class Resources {

    private static final Map<Class<? extends Query<?>>, String> PATHS = paths();

    private Resources() {}

    /** All queries with their addresses, in the order of the reference. */
    public static Map<Class<? extends Query<?>>, String> all() {
        return PATHS;
    }

    /** The address of a query. */
    public static String pathOf(Class<?> query) {
        String path = PATHS.get(query);
        if (path == null) {
            throw new IllegalArgumentException(query.getSimpleName() + " has no address.");
        }
        return path;
    }

    private static Map<Class<? extends Query<?>>, String> paths() {
        Map<Class<? extends Query<?>>, String> paths = new LinkedHashMap<>();
        paths.put(OrganisationQuery.Organisations.class, "/api/organisations");
        paths.put(OrganisationQuery.OneOrganisation.class, "/api/organisations/{organisationId}");
        paths.put(OrganisationQuery.Assessors.class, "/api/assessors");
        paths.put(FundQuery.Funds.class, "/api/funds");
        paths.put(FundQuery.OneFund.class, "/api/funds/{fundId}");
        paths.put(GrantCallQuery.Calls.class, "/api/calls");
        paths.put(GrantCallQuery.OneCall.class, "/api/calls/{callId}");
        paths.put(GrantCallQuery.FittingCalls.class, "/api/fitting-calls");
        paths.put(GrantCallQuery.FiguresOfCall.class, "/api/calls/{callId}/figures");
        paths.put(GrantCallQuery.FiguresOfFunder.class, "/api/funders/{holder}/figures");
        ofBids(paths);
        paths.put(AssessmentQuery.ReserveOf.class, "/api/calls/{callId}/reserve");
        paths.put(AwardQuery.Awards.class, "/api/awards");
        paths.put(AwardQuery.OneAward.class, "/api/awards/{awardId}");
        paths.put(AwardQuery.Agreement.class, "/api/awards/{awardId}/agreement");
        paths.put(AwardQuery.Payments.class, "/api/payments");
        paths.put(PaymentQuery.BankFiles.class, "/api/bank-files");
        paths.put(PaymentQuery.OneBankFile.class, "/api/bank-files/{fileId}");
        paths.put(PaymentQuery.BankFileText.class, "/api/bank-files/{fileId}/csv");
        paths.put(PaymentQuery.PaymentsByReference.class, "/api/bank-payments");
        paths.put(LedgerQuery.TrialBalanceAt.class, "/api/ledger/trial-balance");
        paths.put(LedgerQuery.Statement.class, "/api/ledger/statements/{subject}/{id}");
        paths.put(GapQuery.Gaps.class, "/api/ledger/gap");
        paths.put(WhyQuery.Why.class, "/api/ledger/why");
        paths.put(LedgerQuery.PostingsOf.class, "/api/events/{eventPosition}/postings");
        paths.put(LedgerQuery.Export.class, "/api/ledger/export");
        paths.put(LedgerTimeQuery.LastKnown.class, "/api/ledger/last-known");
        paths.put(LedgerTimeQuery.DifferenceBetween.class, "/api/ledger/difference");
        paths.put(LedgerTimeQuery.EntriesBetween.class, "/api/ledger/difference/entries");
        paths.put(LedgerTimeQuery.Growth.class, "/api/ledger/growth");
        ofHistory(paths);
        ofControls(paths);
        paths.put(NameQuery.NamesOf.class, "/api/names");
        paths.put(HomeQuery.WhatNeedsMe.class, "/api/needs-me");
        paths.put(PublicQuery.Totals.class, "/api/totals");
        paths.put(PublicQuery.MoneyFlow.class, "/api/flow");
        return java.util.Collections.unmodifiableMap(paths);
    }

    private static void ofControls(Map<Class<? extends Query<?>>, String> paths) {
        paths.put(VerificationQuery.Verifications.class, "/api/log/verifications");
        paths.put(ControlQuery.ControlTests.class, "/api/control-tests");
        paths.put(ControlQuery.OneControlTest.class, "/api/control-tests/{test}");
        paths.put(ControlQuery.OpenExceptions.class, "/api/control-exceptions");
        paths.put(SampleQuery.SampleOf.class, "/api/samples");
    }

    private static void ofHistory(Map<Class<? extends Query<?>>, String> paths) {
        paths.put(HistoryQuery.Events.class, "/api/events");
        paths.put(HistoryQuery.OneEvent.class, "/api/events/{position}");
        paths.put(HistoryQuery.HistoryOf.class, "/api/history/{subject}/{id}");
        paths.put(HistoryQuery.LogState.class, "/api/log");
        paths.put(HistoryQuery.Checkpoints.class, "/api/log/checkpoints");
        paths.put(HistoryQuery.InclusionOf.class, "/api/events/{position}/proof");
        paths.put(HistoryQuery.ConsistencyOf.class, "/api/log/consistency");
        paths.put(HistoryQuery.AuditPackOf.class, "/api/audit-pack");
        paths.put(HistoryQuery.BalanceSealed.class, "/api/log/sealed/{period}/{account}");
        paths.put(ReplayQuery.Replays.class, "/api/replays");
        paths.put(ReplayQuery.OneReplay.class, "/api/replays/{replayId}");
        paths.put(ReplayQuery.ComparisonOf.class, "/api/replays/{replayId}/comparison");
        paths.put(ProvenanceQuery.Search.class, "/api/search");
        paths.put(ProvenanceQuery.ChangesBy.class, "/api/events/{position}/changes");
    }

    private static void ofBids(Map<Class<? extends Query<?>>, String> paths) {
        paths.put(BidQuery.Bids.class, "/api/bids");
        paths.put(BidQuery.OneBid.class, "/api/bids/{bidId}");
        paths.put(BidQuery.OfferedFacts.class, "/api/bids/{bidId}/offered-facts");
        paths.put(BidQuery.Partnerships.class, "/api/partnerships");
        paths.put(BidQuery.BudgetFile.class, "/api/bids/{bidId}/budget.csv");
        paths.put(AssessmentQuery.Assessments.class, "/api/assessments");
        paths.put(AssessmentQuery.OneAssessment.class, "/api/assessments/{assessmentId}");
        paths.put(AssessmentQuery.RankingOf.class, "/api/calls/{callId}/ranking");
        paths.put(AssessmentQuery.BidsSideBySide.class, "/api/calls/{callId}/bids-side-by-side");
        paths.put(AssessmentQuery.DecisionOf.class, "/api/calls/{callId}/decision");
    }
}
