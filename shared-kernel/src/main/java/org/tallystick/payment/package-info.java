/**
 * Files for the bank: what a payer tells it to pay in one go, kept for ever under an id. A payment gets into a file by
 * being instructed, which happens once an attempt, so a file that is downloaded again pays nothing again. The bank
 * answers by the reference that each line has to itself.
 */
@NullMarked
package org.tallystick.payment;

import org.jspecify.annotations.NullMarked;
