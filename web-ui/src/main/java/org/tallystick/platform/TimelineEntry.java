package org.tallystick.platform;

/**
 * One thing that happened, for the timeline.
 *
 * @param what in words: "£40,000 received from Northfield Council"
 * @param when in words: "22 November 2026 at 2:05pm"
 * @param by who acted and as what: "Asha Rahman, governor, HMP Northfield"; empty where nobody may be named
 * @param words what the person wrote, or empty
 * @param href the event behind it, or empty
 * @param tone of the notch
 */
public record TimelineEntry(String what, String when, String by, String words, String href, Tone tone) {}
