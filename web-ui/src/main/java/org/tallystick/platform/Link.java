package org.tallystick.platform;

/**
 * Somewhere to go.
 *
 * @param label what the link says
 * @param href an address on this site, or empty for the page itself
 */
public record Link(String label, String href) {}
