package org.tallystick.platform;

import java.util.List;

/** The people of the demo as the log-in page lists them. */
record FictionalPeople(Logins logins) implements DemoPeople {

    @Override
    public List<DemoPerson> people() {
        return logins.demoPeople().stream()
                .map(login -> new DemoPerson(
                        login.username(),
                        login.actor().name(),
                        login.actor().role().words(),
                        login.actor().organisationName()))
                .toList();
    }

    @Override
    public String password() {
        return Logins.DEMO_PASSWORD;
    }
}
