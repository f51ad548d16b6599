package org.tallystick.platform;

/**
 * Somewhere to go.
 *
 * @param label what the link says
 * @param href an address on this site, or empty for the page itself
 * @param main whether it is what most people have come for, and therefore a button
 */
public record Link(String label, String href, boolean main) {

    /** An ordinary link. */
    public Link(String label, String href) {
        this(label, href, false);
    }
}
