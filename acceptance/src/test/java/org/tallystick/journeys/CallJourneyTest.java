package org.tallystick.journeys;

import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A call from its first words to its withdrawal, as three people and the public live through it. */
class CallJourneyTest {

    @BeforeAll
    static void everybodyIsRegistered() {
        Neighbourhood.settle();
    }

    @Test
    void a_call_is_written_approved_asked_about_changed_and_withdrawn() {
        travel("with script", Person::loggedInAs);
    }

    @Test
    void a_call_goes_the_same_way_without_javascript() {
        travel("without script", Person::withoutScript);
    }

    private static void travel(String name, Function<String, Person> people) {
        GrantJourney grants = new GrantJourney("of a call " + name, people);
        grants.fundIsOpenedAndFilled();
        CallJourney journey = new CallJourney(name, grants.fund() + " (£30,000 free)", people);
        journey.draftIsWritten();
        journey.callIsApproved();
        journey.questionIsAskedAndAnswered();
        journey.callIsChanged();
        journey.callIsWithdrawn();
    }
}
