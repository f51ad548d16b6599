package org.tallystick.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.HomeQuery.Duties;
import org.tallystick.platform.HomeQuery.Duty;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;

/**
 * What waits for somebody, in their role. Each kind is a condition on the read models; there is no list of tasks to
 * keep.
 */
public final class HomeAnswers {

    private static final int MOST = 100;
    private static final int APPROVED_AHEAD_DAYS = 28;
    private static final int RENEWED_AHEAD_MONTHS = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Over the live read models. */
    public HomeAnswers(DataSource source, Clock clock) {
        this.jdbc = JdbcClient.create(source);
        this.clock = clock;
    }

    @QueryHandler
    Duties whatNeedsMe(WhatNeedsMe query, @MetaDataValue(value = QueryDispatcher.ACTOR, required = true) Actor actor) {
        List<String> kinds = kinds(actor.role());
        if (kinds.isEmpty()) {
            return new Duties(List.of(), 0);
        }
        String all = String.join(" UNION ALL ", kinds);
        LocalDate today = UkTime.dayOf(clock.instant());
        List<Counted> found = jdbc.sql("SELECT *, count(*) OVER () AS total FROM (" + all
                        + ") duty ORDER BY since, kind, subject, part LIMIT " + MOST)
                .param("me", actor.organisationId())
                .param("person", actor.personId())
                .param("today", today)
                .param("soon", today.plusDays(APPROVED_AHEAD_DAYS))
                .param("renewal", today.plusMonths(RENEWED_AHEAD_MONTHS))
                .query((row, _) -> new Counted(duty(row), row.getLong("total")))
                .list();
        return new Duties(
                found.stream().map(Counted::duty).toList(),
                found.isEmpty() ? 0 : found.getFirst().total());
    }

    private record Counted(Duty duty, long total) {}

    private static List<String> kinds(Role role) {
        return switch (role) {
            case GOVERNOR ->
                List.of(
                        DutyKinds.REGISTER,
                        DutyKinds.APPROVE_CALL,
                        DutyKinds.ANSWER_QUESTIONS,
                        DutyKinds.APPROVE_DECISION,
                        DutyKinds.WITHDRAW_CALL,
                        DutyKinds.INFORM_APPLICANTS,
                        DutyKinds.APPROVE_PROMOTION,
                        DutyKinds.ARCHIVE_CALL,
                        DutyKinds.OFFER,
                        DutyKinds.DECIDE_CLAIM,
                        DutyKinds.APPROVE,
                        DutyKinds.DECIDE_UNSPENT,
                        DutyKinds.VERIFY,
                        DutyKinds.DECIDE_CHALLENGE);
            case COMMISSIONER ->
                List.of(
                        DutyKinds.ANSWER_QUESTIONS,
                        DutyKinds.INVITE_ASSESSORS,
                        DutyKinds.RECOMMEND_AWARDS,
                        DutyKinds.RECOMMEND_PROMOTION,
                        DutyKinds.INFORM_APPLICANTS,
                        DutyKinds.OFFER,
                        DutyKinds.DECIDE_CLAIM,
                        DutyKinds.APPROVE,
                        DutyKinds.CONFIRM_BANK_OF_RECIPIENT,
                        DutyKinds.VERIFY,
                        DutyKinds.DECIDE_CHALLENGE);
            case PAYER -> List.of(DutyKinds.INSTRUCT, DutyKinds.CONFIRM_PAYMENT, DutyKinds.CONFIRM_BANK_OF_RECIPIENT);
            case APPLICANT_LEAD ->
                List.of(
                        DutyKinds.SIGN,
                        DutyKinds.CLAIM,
                        DutyKinds.GIVE_BANK,
                        DutyKinds.CONFIRM_OWN_BANK,
                        DutyKinds.RENEW,
                        DutyKinds.FINISH_BID,
                        DutyKinds.SEND_BID,
                        DutyKinds.AGREE_AS_PARTNER,
                        DutyKinds.CHASE_PARTNER,
                        DutyKinds.VERIFY_AS_PEER,
                        DutyKinds.DECIDE_CHALLENGE_AS_PEER);
            case APPLICANT_MEMBER ->
                List.of(
                        DutyKinds.CLAIM,
                        DutyKinds.GIVE_BANK,
                        DutyKinds.FINISH_BID,
                        DutyKinds.VERIFY_AS_PEER,
                        DutyKinds.DECIDE_CHALLENGE_AS_PEER);
            case ASSESSOR -> List.of(DutyKinds.ACCEPT_ASSESSMENT, DutyKinds.SCORE_BID);
            case REFERRER, WORKER, COORDINATOR, AUDITOR, PUBLIC, OPERATOR -> List.of();
        };
    }

    private static Duty duty(ResultSet row) throws SQLException {
        String kind = Columns.text(row, "kind");
        Integer part = row.getObject("part", Integer.class);
        LocalDate since = Columns.day(row, "since");
        return new Duty(
                kind,
                Columns.text(row, "subject"),
                part,
                sentence(kind, part, DirectionalIsolate.of(Columns.text(row, "name")), row.getLong("amount"), since),
                since);
    }

    private static String sentence(
            String kind, @Nullable Integer part, String name, long amountPence, LocalDate since) {
        String sum = Pounds.of(amountPence);
        return switch (kind) {
            case "register-organisation" -> name + " asks to be registered.";
            case "approve-call" -> "Approve the call “" + name + "”, " + sum + ".";
            case "answer-questions" -> "Answer what was asked about the call “" + name + "”.";
            case "accept-assessment" -> "Say whether you will read the bid of " + name + " for " + sum + ".";
            case "score-bid" -> "Read and score the bid of " + name + " for " + sum + ".";
            case "invite-assessors" -> "Ask people to assess the bids for “" + name + "”.";
            case "recommend-awards" -> "Say what is to become of the bids for “" + name + "”, " + sum + ".";
            case "withdraw-call" ->
                "No bid came in for “" + name + "”: withdraw it, so that " + sum + " is free again.";
            case "approve-decision" -> "Approve what is recommended for “" + name + "”, " + sum + ".";
            case "inform-applicants" -> "Tell all applicants what was decided about “" + name + "”.";
            case "recommend-promotion" ->
                "An award of “" + name + "” came to nothing: say who in reserve is to get one.";
            case "approve-promotion" -> "Approve the award to somebody in reserve for “" + name + "”.";
            case "archive-call" -> "End the call “" + name + "”: what it did not give is free again.";
            case "approve-payment" -> "Approve payment " + part + " of " + sum + " to " + name + ".";
            case "instruct-payment" -> "Tell the bank to make payment " + part + " of " + sum + " to " + name + ".";
            case "confirm-payment" -> "Say whether payment " + part + " of " + sum + " to " + name + " arrived.";
            case "offer-agreement" -> "Offer " + name + " the agreement for " + sum + ".";
            case "sign-agreement" -> "Read and sign for “" + name + "”, " + sum + ".";
            case "submit-claim" -> "Claim payment " + part + " of " + name + ", up to " + sum + ".";
            case "answer-claim" ->
                "Answer what the funder asked about your claim for payment " + part + " of " + name + ", " + sum + ".";
            case "decide-claim" -> "Read the claim of " + name + " for payment " + part + ", " + sum + ".";
            case "give-bank-details" -> "Give the bank details that " + name + " is to be paid to.";
            case "confirm-bank-details" -> "Confirm the new bank details of " + name + ".";
            case "decide-unspent" -> "Say what becomes of " + sum + " in " + name + " that awards did not spend.";
            case "verify-standing" -> "Look at the evidence that " + name + " is by and for the people it serves.";
            case "decide-challenge" -> "Decide about the doubt that " + name + " is by and for the people it serves.";
            case "finish-bid" -> "Finish and send the bid “" + name + "”.";
            case "send-bid" -> "Send the bid “" + name + "”, " + sum + ": it is ready and not sent yet.";
            case "agree-as-partner" -> name + " asks you to be its partner in a bid: agree to your part, or say no.";
            case "chase-partner" -> name + " has not agreed to its part in your bid yet, and the call closes soon.";
            case "renew-standing" -> "Claim the by-and-for standing of " + name + " again before it runs out.";
            default -> throw new IllegalStateException("No sentence for " + kind + ", since " + since);
        };
    }
}
