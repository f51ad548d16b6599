package org.tallystick.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.tallystick.award.PublishedGrant;

/**
 * Finds the organisation that a published register names by any of its identifiers, and enters it where it is new. An
 * organisation found under one identifier learns the others, unless they belong to somebody else or would give it two
 * numbers on one list.
 */
public final class PublishedOrganisations {

    private static final String MET = PublishedOrganisations.class.getName();

    private final Repository<Organisation> organisations;
    private final IdentifierHolders holders;

    /** Over the registry and the claims on identifiers. */
    public PublishedOrganisations(Repository<Organisation> organisations, IdentifierHolders holders) {
        this.organisations = organisations;
        this.holders = holders;
    }

    /** The id it has here; entered as registered, of that kind, where no identifier is known. */
    public String idOf(PublishedGrant.Party party, OrganisationKind kind) throws Exception {
        Map<String, String> known = known(party.identifiers());
        String found = holder(party, known);
        String id = found == null ? party.organisationId() : found;
        if (found == null) {
            organisations.newInstance(() -> new Organisation(id, party.name(), kind));
            known.put(id, id);
        }
        for (String identifier : party.identifiers()) {
            if (!known.containsKey(identifier)
                    && organisations.load(id).invoke(organisation -> organisation.mayBe(identifier))) {
                organisations.load(id).execute(organisation -> organisation.learn(identifier));
                known.put(identifier, id);
            }
        }
        return id;
    }

    /** Holders as stored, and as met earlier in this unit of work, whose events are stored when it ends. */
    private Map<String, String> known(List<String> identifiers) {
        Map<String, String> met = CurrentUnitOfWork.get().root().getOrComputeResource(MET, _ -> new HashMap<>());
        List<String> unmet =
                identifiers.stream().filter(id -> !met.containsKey(id)).toList();
        if (!unmet.isEmpty()) {
            met.putAll(holders.of(unmet));
        }
        return met;
    }

    private @Nullable String holder(PublishedGrant.Party party, Map<String, String> known) {
        String main = known.get(party.organisationId());
        if (main != null) {
            return main;
        }
        return party.otherIdentifiers().stream()
                .map(known::get)
                .filter(id -> id != null
                        && organisations.load(id).invoke(organisation -> organisation.mayBe(party.organisationId())))
                .findFirst()
                .orElse(null);
    }
}
