package org.tallystick.platform;

import java.util.List;

/** Whom a demo lets one log in as. Defined in demo only; elsewhere the log-in page lists nobody. */
public interface DemoPeople {

    /**
     * One fictional person.
     *
     * @param role in words
     */
    record DemoPerson(String username, String name, String role, String organisation) {}

    /** In the order of the list. */
    List<DemoPerson> people();

    /** The one password all of them share, shown on the page. */
    String password();
}
