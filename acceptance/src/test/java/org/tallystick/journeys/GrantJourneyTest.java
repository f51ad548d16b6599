package org.tallystick.journeys;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an empty fund to a paid instalment and its line in the ledger, as five people do it one after the other. */
class GrantJourneyTest {

    @BeforeAll
    static void everybodyIsRegistered() {
        Neighbourhood.settle();
    }

    @Test
    void a_grant_goes_from_the_fund_to_the_organisation() {
        travel(new GrantJourney("with script", Person::loggedInAs), "31415926");
    }

    @Test
    void a_grant_goes_the_same_way_without_javascript() {
        travel(new GrantJourney("without script", Person::withoutScript), "27182818");
    }

    private static void travel(GrantJourney journey, String accountNumber) {
        journey.fundIsOpenedAndFilled();
        journey.bankDetailsAreGivenByTwoPeople(accountNumber);
        journey.awardIsMadeInTwoInstalments();
        journey.agreementIsOffered();
        journey.agreementIsSigned();
        journey.firstInstalmentIsPaid();
        journey.ledgerTellsIt();
        journey.secondInstalmentIsPaidThroughTheBanksFile();
    }
}
