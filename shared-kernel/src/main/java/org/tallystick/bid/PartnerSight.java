package org.tallystick.bid;

/** How much of a bid its lead lets the people of a partner see and write. Its own budget each partner always writes. */
public enum PartnerSight {
    OWN_PART("its own part and what the project is about"),
    READ("all of the bid, to read"),
    WRITE("all of the bid, and may write the project and the answers");

    private final String words;

    PartnerSight(String words) {
        this.words = words;
    }

    /** What it sees, as the end of a sentence. */
    public String words() {
        return words;
    }

    /** Whether it reads what is not its own. */
    public boolean readsAll() {
        return this != OWN_PART;
    }

    /** Whether it writes the project and the answers to the questions. */
    public boolean writesText() {
        return this == WRITE;
    }
}
