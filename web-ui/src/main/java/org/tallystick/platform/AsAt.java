package org.tallystick.platform;

/**
 * A page that shows a state other than now wears a purple bar: put this into the model as "asAt".
 *
 * @param when the point in time in words, such as "31 March 2026" or "event 10,482 of 22 November 2026 at 2:05pm"
 * @param backHref the same page as it is now
 */
public record AsAt(String when, String backHref) {}
