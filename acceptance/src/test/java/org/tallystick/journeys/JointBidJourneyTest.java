package org.tallystick.journeys;

import org.junit.jupiter.api.Test;

/** A bid that two organisations make together, from the question whether one wants to up to where it is sent. */
class JointBidJourneyTest {

    @Test
    void a_partner_is_asked_costs_its_part_and_agrees_before_the_lead_sends_the_bid() {
        JointBidJourney.travel("with script", true, "It agrees at once");
    }

    @Test
    void a_partner_says_no_first_and_all_of_it_goes_without_javascript() {
        JointBidJourney.travel("without script", false, JointBidJourney.SAYS_NO);
    }
}
