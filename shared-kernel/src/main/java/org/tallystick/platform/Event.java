package org.tallystick.platform;

/**
 * Something that happened, named in the past tense. Events are for ever: the JSON of a landed revision never changes
 * its meaning, a change of shape is a new {@link Revision} with an upcaster.
 */
public interface Event {}
