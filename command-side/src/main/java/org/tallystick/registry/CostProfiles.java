package org.tallystick.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallystick.platform.FinancialYear;

/** The cost profiles of one organisation in all their versions, which count from 1 in each year. */
public final class CostProfiles {

    private final Map<FinancialYear, List<CostProfile>> versions = new HashMap<>();

    /** A version of a year, where there is one. */
    public Optional<CostProfile> of(FinancialYear year, int version) {
        List<CostProfile> all = versions.getOrDefault(year, List.of());
        return version < 1 || version > all.size() ? Optional.empty() : Optional.of(all.get(version - 1));
    }

    OrganisationEvent recorded(String organisationId, CostProfile profile) {
        int version =
                1 + versions.getOrDefault(profile.financialYear(), List.of()).size();
        return new OrganisationEvent.CostProfileRecorded(organisationId, profile, version);
    }

    void evolve(OrganisationEvent.CostProfileRecorded event) {
        versions.computeIfAbsent(event.costProfile().financialYear(), _ -> new ArrayList<>())
                .add(event.costProfile());
    }
}
