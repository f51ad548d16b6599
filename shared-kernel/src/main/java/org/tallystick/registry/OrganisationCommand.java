package org.tallystick.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Command;
import org.tallystick.platform.Reasoned;
import org.tallystick.platform.Require;
import org.tallystick.platform.Role;

/** What can be asked of an organisation's registry entry. */
public sealed interface OrganisationCommand extends Command {

    /** The identifier the organisation was first registered under. */
    String organisationId();

    @Override
    default String target() {
        return organisationId();
    }

    /** An organisation asks to be registered; its id is its first identifier. */
    record ApplyForRegistration(
            String organisationId, String name, OrganisationKind kind, List<String> otherIdentifiers, String place)
            implements OrganisationCommand {
        public ApplyForRegistration {
            organisationId = Identifiers.checked(organisationId, "organisationId");
            name = Require.line(name, "name", 200);
            Require.given(kind, "kind");
            otherIdentifiers = otherIdentifiers == null
                    ? List.of()
                    : Require.list(otherIdentifiers, "otherIdentifiers", 0, 10).stream()
                            .map(identifier -> Identifiers.checked(identifier, "otherIdentifiers"))
                            .distinct()
                            .toList();
            place = Require.optionalLine(place, "place", 100);
        }
    }

    /** A public body accepts an application. */
    record RegisterOrganisation(String organisationId) implements OrganisationCommand {
        public RegisterOrganisation {
            Require.id(organisationId, "organisationId");
        }
    }

    /** No new awards or payments until reinstated. */
    record SuspendOrganisation(String organisationId, String reason) implements OrganisationCommand, Reasoned {
        public SuspendOrganisation {
            Require.id(organisationId, "organisationId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Ends a suspension. */
    record ReinstateOrganisation(String organisationId, String reason) implements OrganisationCommand, Reasoned {
        public ReinstateOrganisation {
            Require.id(organisationId, "organisationId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** The organisation has wound up or left. */
    record CloseOrganisation(String organisationId, String reason) implements OrganisationCommand, Reasoned {
        public CloseOrganisation {
            Require.id(organisationId, "organisationId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Corrects or changes the name. */
    record RenameOrganisation(String organisationId, String name) implements OrganisationCommand {
        public RenameOrganisation {
            Require.id(organisationId, "organisationId");
            name = Require.line(name, "name", 200);
        }

        @Override
        public boolean retriedOnConflict() {
            return false;
        }
    }

    /** Records a further identifier of the same organisation. */
    record AddIdentifier(String organisationId, String identifier) implements OrganisationCommand {
        public AddIdentifier {
            Require.id(organisationId, "organisationId");
            identifier = Identifiers.checked(identifier, "identifier");
        }
    }

    /** Gives a person a role in the organisation. The person is named by a pseudonymous id. */
    record GiveRole(String organisationId, String personId, Role role) implements OrganisationCommand {
        public GiveRole {
            Require.id(organisationId, "organisationId");
            Require.id(personId, "personId");
            Require.given(role, "role");
        }
    }

    /** Takes a role back. */
    record TakeRole(String organisationId, String personId, Role role) implements OrganisationCommand {
        public TakeRole {
            Require.id(organisationId, "organisationId");
            Require.id(personId, "personId");
            Require.given(role, "role");
        }
    }

    /** Lets a governor approve sums up to a limit, from a day on and until a day, both included. */
    record SetDelegatedLimit(
            String organisationId,
            String personId,
            long limitPence,
            LocalDate from,
            @Nullable LocalDate until) implements OrganisationCommand {
        public SetDelegatedLimit {
            Require.id(organisationId, "organisationId");
            Require.id(personId, "personId");
            Require.penceOrZero(limitPence, "limitPence");
            Require.date(from, "from");
            if (until != null && Require.date(until, "until").isBefore(from)) {
                throw Require.invalid("until", "must not be before the first day.");
            }
        }

        @Override
        public boolean retriedOnConflict() {
            return false;
        }
    }

    /** First of two people: where the organisation is to be paid from now on. */
    record ProposeBankDetails(String organisationId, BankDetails bankDetails) implements OrganisationCommand {
        public ProposeBankDetails {
            Require.id(organisationId, "organisationId");
            Require.given(bankDetails, "bankDetails");
            // Said here and not where events are read: what was proposed before is still what it was.
            if ("=+-@".indexOf(bankDetails.accountName().charAt(0)) >= 0) {
                throw Require.invalid(
                        "accountName", "must be the name of the account, which does not begin with =, +, - or @.");
            }
        }

        @Override
        public boolean retriedOnConflict() {
            return false;
        }
    }

    /**
     * Second of two people: enters the details again, from the organisation's own paper. They hold from now on if they
     * are those proposed, so that nobody confirms what was exchanged a moment before.
     */
    record ConfirmBankDetails(String organisationId, BankDetails bankDetails) implements OrganisationCommand {
        public ConfirmBankDetails {
            Require.id(organisationId, "organisationId");
            Require.given(bankDetails, "bankDetails");
        }

        @Override
        public boolean retriedOnConflict() {
            return false;
        }
    }

    /** The proposed details are not right; those before, if any, go on to hold. */
    record RejectBankDetails(String organisationId, String reason) implements OrganisationCommand, Reasoned {
        public RejectBankDetails {
            Require.id(organisationId, "organisationId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Says that the organisation is led by, and serves, certain groups. */
    record ClaimByAndForStanding(String organisationId, ByAndForClaim claim) implements OrganisationCommand {
        public ClaimByAndForStanding {
            Require.id(organisationId, "organisationId");
            Require.given(claim, "claim");
        }

        @Override
        public boolean retriedOnConflict() {
            return false;
        }
    }

    /** Says what the claim rests on: documents, minutes, published figures. */
    record EvidenceByAndForStanding(String organisationId, String evidence) implements OrganisationCommand {
        public EvidenceByAndForStanding {
            Require.id(organisationId, "organisationId");
            evidence = Require.text(evidence, "evidence", 4000);
        }

        @Override
        public boolean retriedOnConflict() {
            return false;
        }
    }

    /** One of the two people of other organisations who verify the claim. */
    record VerifyByAndForStanding(String organisationId) implements OrganisationCommand {
        public VerifyByAndForStanding {
            Require.id(organisationId, "organisationId");
        }
    }

    /** The evidence does not bear the claim. */
    record RefuseByAndForStanding(String organisationId, String reason) implements OrganisationCommand, Reasoned {
        public RefuseByAndForStanding {
            Require.id(organisationId, "organisationId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Somebody doubts a verified standing; it goes on to hold, marked as challenged, until two others have decided. */
    record ChallengeByAndForStanding(String organisationId, String reason) implements OrganisationCommand, Reasoned {
        public ChallengeByAndForStanding {
            Require.id(organisationId, "organisationId");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** What one of the two people of other organisations says who decide about a challenge; both must say the same. */
    record DecideByAndForChallenge(String organisationId, ChallengeDecision decision, String reason)
            implements OrganisationCommand, Reasoned {
        public DecideByAndForChallenge {
            Require.id(organisationId, "organisationId");
            Require.given(decision, "decision");
            reason = Require.text(reason, "reason", 1000);
        }
    }

    /** Records the cost profile of a year; a later one for the same year is its next version. */
    record RecordCostProfile(String organisationId, CostProfile costProfile) implements OrganisationCommand {
        public RecordCostProfile {
            Require.id(organisationId, "organisationId");
            Require.given(costProfile, "costProfile");
        }

        @Override
        public boolean retriedOnConflict() {
            return false;
        }
    }
}
