package org.tallystick.platform;

/**
 * What became of a command.
 *
 * @param position of its last event in the log; reads with {@code after} this position see its effect
 * @param id of what it was about
 */
public record Receipt(long position, String id) {}
