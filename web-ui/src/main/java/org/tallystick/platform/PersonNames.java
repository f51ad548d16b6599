package org.tallystick.platform;

import org.springframework.beans.factory.ObjectProvider;

/** What to call a person on a page. The history knows people by pseudonymous ids only. */
public class PersonNames {

    private final ObjectProvider<Logins> logins;

    /** Names are those of the log-ins of this process, where it has any. */
    public PersonNames(ObjectProvider<Logins> logins) {
        this.logins = logins;
    }

    /** Name and id, so that two of one name stay two; the id alone where the name is not known here. */
    public String of(String personId) {
        Logins known = logins.getIfAvailable();
        return known == null
                ? personId
                : known.nameOf(personId)
                        .map(name -> name + " (" + personId + ")")
                        .orElse(personId);
    }
}
