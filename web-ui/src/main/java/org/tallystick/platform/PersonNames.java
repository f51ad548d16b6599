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
        String name = inShort(personId);
        return name.equals(personId) ? personId : name + " (" + personId + ")";
    }

    /** The name alone, for those who know the person; the id where the name is not known here. */
    public String inShort(String personId) {
        Logins known = logins.getIfAvailable();
        return known == null ? personId : known.nameOf(personId).orElse(personId);
    }
}
