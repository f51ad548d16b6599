package org.tallystick.bid;

/** Who carries the part of the full cost that nobody pays for. */
public enum GapCarrier {
    RESERVES("the organisation's reserves"),
    UNRESTRICTED_INCOME("the organisation's own free income"),
    OTHER_FUNDER("another funder"),
    UNPAID_WORK("unpaid work of volunteers and staff");

    private final String words;

    GapCarrier(String words) {
        this.words = words;
    }

    /** As the middle of a sentence. */
    public String words() {
        return words;
    }
}
