package org.tallystick.platform;

/**
 * One thing that waits for the person who is logged in.
 *
 * @param what in a sentence: "Approve the payment of £2,500 to Second Chance Kitchen"
 * @param due in words: "due in 2 days"; or empty
 * @param late whether the day has passed
 * @param action the one thing to do
 */
public record Need(String what, String due, boolean late, Link action) {}
