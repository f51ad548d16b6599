package org.tallystick.history;

import java.time.LocalDate;
import org.tallystick.history.HistoryQuery.Happening;
import org.tallystick.ledger.Pounds;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Tone;
import org.tallystick.platform.Words;

/** What happened to something, in the words of those it happened to. */
record HappeningWords(Words words, PersonNames people) {

    String of(Happening happening) {
        if (happening.type().startsWith("bid.")) {
            return ofBid(happening);
        }
        if (happening.type().startsWith("fund.")) {
            return ofFund(happening);
        }
        if (happening.type().startsWith("call.")) {
            return ofCall(happening);
        }
        return happening.type().startsWith("award.") ? ofAward(happening) : ofOrganisation(happening);
    }

    private static String ofFund(Happening happening) {
        String sum = Pounds.of(happening.amountPence());
        return switch (what(happening)) {
            case "FundOpened" -> "Fund opened";
            case "ContributionPledged" -> sum + " pledged";
            case "PledgeWithdrawn" -> sum + " of what was pledged taken back";
            case "ContributionReceived" -> sum + " received";
            case "ContributionReturned" -> sum + " of free money given back";
            case "MoneyAllocated" -> sum + " set aside for a call";
            case "AllocationReleased" -> sum + " that was set aside for a call is free again";
            case "MoneyCommitted" -> sum + " committed to an award";
            case "CommitmentReleased" -> sum + " that was committed to an award is free again";
            case "PaymentCovered" -> sum + " that has arrived is kept for payment " + said(happening, "instalment");
            case "PaymentUncovered" -> sum + " is kept for payment " + said(happening, "instalment") + " no more";
            case "UnspentMoneyNoted" -> sum + " that an award did not spend noted";
            case "UnspentMoneyFreed" -> sum + " that awards did not spend is free again";
            case "UnspentMoneyReturned" -> sum + " that awards did not spend given back";
            case "FundFrozen" -> "Fund frozen";
            case "FundUnfrozen" -> "Fund may be drawn on again";
            case "FundClosed" -> "Fund closed";
            default -> EventWords.title(happening.type());
        };
    }

    private static String ofCall(Happening happening) {
        String version = ", version " + said(happening, "version");
        return switch (what(happening)) {
            case "CallDrafted" -> "Call drafted";
            case "CallRedrafted" -> "Draft written anew" + version;
            case "CallApproved" -> "Call approved and announced" + version;
            case "CallOpened" -> "Open for bids";
            case "CallAmended" -> "Call changed" + version;
            case "QuestionAsked" -> "Somebody asked a question";
            case "QuestionAnswered" -> "A question answered";
            case "CallClosed" -> "Closed to bids";
            case "AssessmentBegun" -> "Assessment begun";
            case "AwardsRecommended" -> "What is to become of each bid recommended" + version;
            case "DecisionApproved" -> "Decision approved" + version;
            case "ApplicantsInformed" -> "All applicants told";
            case "PromotionRecommended" -> "An award for a bid in reserve recommended" + version;
            case "PromotionApproved" -> "An award for a bid in reserve approved" + version;
            case "CallArchived" -> "Call archived";
            case "CallWithdrawn" -> "Call withdrawn";
            default -> EventWords.title(happening.type());
        };
    }

    private static String ofBid(Happening happening) {
        String saved = " saved, version " + said(happening, "version");
        return switch (what(happening)) {
            case "BidStarted" -> "Begun";
            case "EligibilityAnswered" -> "Eligibility" + saved;
            case "ProjectDescribed" -> "The project" + saved;
            case "BidQuestionAnswered" -> "Answer to “" + said(happening, "question") + "”" + saved;
            case "BudgetSaved" -> "Budget" + saved;
            case "PartnerInvited" -> partner(happening) + " was asked to be a partner";
            case "PartnerChanged" -> "The part of " + partner(happening) + " was changed";
            case "PartnerAgreed" -> partner(happening) + " agreed to its part";
            case "PartnerRemoved" -> partner(happening) + " was taken out";
            case "PartnerLeft" -> partner(happening) + " left";
            case "BidCertified" -> "Signed off in the name of the organisation";
            case "BidSubmitted" -> "Sent to the funder";
            case "BidReopened" -> "Reopened";
            case "BidWithdrawn" -> "Withdrawn";
            case "HoursReported" -> "Hours that it took reported";
            case "BidLapsed" -> "The call closed before it was sent";
            default -> EventWords.title(happening.type());
        };
    }

    private String ofOrganisation(Happening happening) {
        return switch (what(happening)) {
            case "OrganisationApplied" -> "Asked to be registered as " + said(happening, "name");
            case "OrganisationRegistered" -> "Registered";
            case "OrganisationSuspended" -> "Suspended";
            case "OrganisationReinstated" -> "Registered again";
            case "OrganisationClosed" -> "Closed for good";
            case "OrganisationRenamed" -> "Name changed to " + said(happening, "name");
            case "IdentifierAdded" -> "Number " + said(happening, "identifier") + " added";
            case "RoleGiven" -> person(happening) + " was given the role " + role(happening);
            case "RoleTaken" -> person(happening) + " no longer has the role " + role(happening);
            case "DelegatedLimitSet" ->
                person(happening) + " may approve up to " + Pounds.of(Long.parseLong(said(happening, "limitPence")));
            case "BankDetailsProposed" -> "New bank details proposed by a first person";
            case "BankDetailsConfirmed" -> "New bank details confirmed by a second person";
            case "BankDetailsRejected" -> "New bank details rejected";
            case "ByAndForStandingClaimed" -> "Said to be by and for the people it serves";
            case "ByAndForStandingEvidenced" -> "Evidence given of being by and for";
            case "ByAndForStandingSupported" -> "A first person found the evidence good";
            case "ByAndForStandingVerified" ->
                "Verified as by and for, until " + words.date(LocalDate.parse(said(happening, "until")));
            case "ByAndForStandingRefused" -> "Claim to be by and for refused";
            case "ByAndForStandingChallenged" -> "Standing as by and for challenged";
            case "ByAndForChallengeAssessed" -> "A first person said what they think of the challenge";
            case "ByAndForChallengeUpheld" -> "Challenge upheld: no longer by and for";
            case "ByAndForChallengeDismissed" -> "Challenge dismissed: by and for as before";
            case "CostProfileRecorded" -> "Cost of running recorded, version " + said(happening, "version");
            default -> EventWords.title(happening.type());
        };
    }

    private String ofAward(Happening happening) {
        String sum = Pounds.of(happening.amountPence());
        String payment = "payment " + said(happening, "instalment");
        return switch (what(happening)) {
            case "AwardCommitted" -> "Awarded";
            case "PublishedGrantRecorded" -> "Taken over from a published register";
            case "AwardDeclined" -> "Declined by the organisation";
            case "AgreementOffered" -> "Agreement offered, version " + said(happening, "version");
            case "OfferAccepted" -> "Version " + said(happening, "version") + " of the agreement accepted";
            case "OfferExpired" -> "The offer ran out: nobody signed in time";
            case "GapRecorded" -> "Full cost put on record; nobody pays for " + sum + " of it";
            case "GapReleased" -> "Nobody need carry what the award would have left unpaid";
            case "AwardRescinded" -> "Taken back before it was signed";
            case "AgreementSigned" -> "Agreement signed for " + sum;
            case "ClaimSubmitted" -> "The organisation claimed " + payment;
            case "ClaimQueried" -> "The funder asked about the claim for " + payment;
            case "ClaimAccepted" -> "Claim for " + payment + " accepted";
            case "InstalmentReduced" -> "Less was claimed: " + sum + " of " + payment + " will not be needed";
            case "PaymentApproved" -> "One person approved " + payment;
            case "InstalmentMadePayable" -> "Enough people approved " + payment + ": " + sum + " may be paid";
            case "PaymentInstructed" -> "The bank was told to make " + payment + again(happening);
            case "PaymentPaid" -> "Paid " + sum + " as " + payment;
            case "PaymentFailed" -> "The bank could not make " + payment;
            case "PaymentBounced" -> "The bank sent " + payment + " back, " + sum;
            case "PaymentCancelled" -> "Approval of " + payment + " taken back";
            case "MoneyReturned" -> "The organisation sent back " + sum;
            case "MoneyLapsed" -> sum + " of " + payment + " will not be needed";
            case "AwardSuspended" -> "Suspended";
            case "AwardResumed" -> "Running again";
            case "AwardClosed" -> "Closed";
            default -> EventWords.title(happening.type());
        };
    }

    /** What it means for those it happened to. */
    static Tone tone(Happening happening) {
        return switch (what(happening)) {
            case "OrganisationRegistered",
                    "OrganisationReinstated",
                    "BankDetailsConfirmed",
                    "ByAndForStandingVerified",
                    "ByAndForChallengeDismissed",
                    "AgreementSigned",
                    "PaymentPaid",
                    "AwardResumed",
                    "BidSubmitted" -> Tone.GOOD;
            case "OrganisationSuspended",
                    "OrganisationClosed",
                    "BankDetailsRejected",
                    "ByAndForStandingRefused",
                    "ByAndForStandingChallenged",
                    "ByAndForChallengeUpheld",
                    "PaymentFailed",
                    "PaymentBounced",
                    "AwardRescinded",
                    "AwardSuspended",
                    "BidLapsed" -> Tone.LATE;
            default -> Tone.PLAIN;
        };
    }

    private String person(Happening happening) {
        return people.inShort(said(happening, "personId"));
    }

    private static String partner(Happening happening) {
        String name = said(happening, "partner");
        return name.isEmpty() ? "A partner" : name;
    }

    private static String role(Happening happening) {
        return EventWords.lower(said(happening, "role"));
    }

    private static String again(Happening happening) {
        String attempt = said(happening, "attempt");
        return attempt.equals("1") ? "" : ", attempt " + attempt;
    }

    private static String said(Happening happening, String part) {
        Object value = happening.says().get(part);
        return value == null ? "" : value.toString();
    }

    private static String what(Happening happening) {
        return happening.type().substring(happening.type().indexOf('.') + 1);
    }
}
