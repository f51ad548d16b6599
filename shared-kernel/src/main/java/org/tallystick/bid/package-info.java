/**
 * Bids, and what the work they ask money for really costs.
 *
 * <p>A full-cost budget says, for each year and each organisation that takes part, what the work costs directly and its
 * fair share of what the organisation's projects use together. That share is found by step-down apportionment: premises
 * and office, then central functions with what they received, then governance, then general fundraising, each divided
 * by a named driver. Every step divides each pool on its own, in whole pence by largest remainder, ties to the first
 * (this project, then the others in their order). Later years rise by an index for pay and one for other prices; a year
 * is rounded to the penny once. What is neither asked for nor paid by others is the gap, and somebody carries it. Every
 * figure can say in a sentence where it comes from.
 */
@NullMarked
package org.tallystick.bid;

import org.jspecify.annotations.NullMarked;
