package org.tallystick.journeys;

import org.junit.jupiter.api.Test;

/** A grant from an empty fund to the ledger, in each way in which people work. */
class GrantJourneyTest {

    @Test
    void a_grant_goes_from_the_call_to_the_bank() {
        GrantJourney.withScript();
    }

    @Test
    void a_grant_goes_the_same_way_without_javascript_and_for_some_without_a_mouse() {
        GrantJourney.withoutScript();
    }
}
