package org.tallystick.journeys;

import org.junit.jupiter.api.Test;

/** A grant from an empty fund to the ledger; {@link WalkTest} goes with JavaScript, and looks at what that leaves. */
class GrantJourneyTest {

    @Test
    void a_grant_goes_from_the_call_to_the_bank_without_javascript_and_for_some_without_a_mouse() {
        GrantJourney.withoutScript();
    }
}
