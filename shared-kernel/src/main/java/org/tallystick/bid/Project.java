package org.tallystick.bid;

import java.time.LocalDate;

/**
 * What the money is for, in short.
 *
 * @param title of the work
 * @param summary what will be done, for whom
 * @param place where
 * @param startsOn the first day of the work
 */
public record Project(String title, String summary, String place, LocalDate startsOn) {}
