package org.tallystick.platform;

import org.tallystick.platform.HomeQuery.Duty;

/** Where each kind of duty is done, and how its day is said. */
final class DutyLinks {

    private final Words words;

    DutyLinks(Words words) {
        this.words = words;
    }

    /** A duty as the home page shows it. */
    Need need(Duty duty) {
        boolean dueThen = duty.kind().equals("approve-payment")
                || duty.kind().equals("finish-bid")
                || duty.kind().equals("send-bid")
                || duty.kind().equals("chase-partner")
                || duty.kind().equals("submit-claim")
                || duty.kind().equals("answer-claim")
                || duty.kind().equals("renew-standing");
        String since = dueThen
                ? words.due(duty.since())
                : duty.since().equals(words.today()) ? "since today" : "since " + words.date(duty.since());
        return new Need(withoutStop(duty.sentence()), since, dueThen && words.late(duty.since()), action(duty));
    }

    private static Link action(Duty duty) {
        String payment = "/awards/" + duty.subjectId() + "/payments/" + duty.part();
        String organisation = "/organisations/" + duty.subjectId();
        return switch (duty.kind()) {
            case "approve-payment" -> new Link("Approve", payment + "/approve?from=/");
            case "instruct-payment" -> new Link("Send", payment + "/instruct?from=/");
            case "confirm-payment" -> new Link("Record", payment + "/confirm?from=/");
            case "sign-agreement" -> new Link("Read and sign", "/awards/" + duty.subjectId() + "/sign");
            case "submit-claim" -> new Link("Claim", payment + "/claim");
            case "answer-claim" -> new Link("Answer", payment + "/claim");
            case "decide-claim" -> new Link("Read the claim", payment + "/accept-claim");
            case "offer-agreement" -> new Link("Write the offer", "/awards/" + duty.subjectId() + "/offer");
            case "accept-assessment" -> new Link("Answer", "/assessments/" + duty.subjectId());
            case "score-bid" -> new Link("Read and score", "/assessments/" + duty.subjectId());
            case "invite-assessors" -> new Link("Invite", "/calls/" + duty.subjectId() + "/invite-assessors");
            case "recommend-awards" -> new Link("Recommend", "/calls/" + duty.subjectId() + "/recommend");
            case "withdraw-call" -> new Link("Withdraw it", "/calls/" + duty.subjectId() + "/withdraw");
            case "approve-decision" -> new Link("Read and approve", "/calls/" + duty.subjectId() + "/approve-decision");
            case "inform-applicants" -> new Link("Tell them", "/calls/" + duty.subjectId() + "/inform");
            case "recommend-promotion" -> new Link("Recommend", "/calls/" + duty.subjectId() + "/promote");
            case "approve-promotion" ->
                new Link("Read and approve", "/calls/" + duty.subjectId() + "/approve-promotion");
            case "archive-call" -> new Link("End it", "/calls/" + duty.subjectId() + "/archive");
            case "approve-call" -> new Link("Read and approve", "/calls/" + duty.subjectId());
            case "answer-questions" -> new Link("Answer", "/calls/" + duty.subjectId() + "#asked");
            case "register-organisation" -> new Link("Look at it", organisation + "/register");
            case "give-bank-details" -> new Link("Give them", organisation + "/propose-bank-details");
            case "confirm-bank-details" -> new Link("Check them", organisation + "/confirm-bank-details");
            case "decide-unspent" -> new Link("Decide", "/funds/" + duty.subjectId() + "#unspent");
            case "verify-standing" -> new Link("Look at it", organisation + "/verify-standing");
            case "decide-challenge" -> new Link("Look at it", organisation + "/decide-challenge");
            case "finish-bid" -> new Link("Carry on", "/bids/" + duty.subjectId());
            case "send-bid" -> new Link("Check and send", "/bids/" + duty.subjectId() + "/check");
            case "agree-as-partner" -> new Link("Answer", "/bids/" + duty.subjectId());
            case "chase-partner" -> new Link("See the partners", "/bids/" + duty.subjectId() + "/partners");
            case "renew-standing" -> new Link("Claim it again", organisation + "/claim-standing");
            default -> new Link("Look at it", duty.part() == null ? organisation : "/awards/" + duty.subjectId());
        };
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
