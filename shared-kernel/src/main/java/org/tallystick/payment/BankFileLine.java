package org.tallystick.payment;

import org.tallystick.registry.BankDetails;

/**
 * One payment in a file for the bank.
 *
 * @param attempt counted from 1
 * @param reference what the payment is called at the bank
 * @param account where it goes, as confirmed when the file was written
 */
public record BankFileLine(
        String awardId, int instalment, int attempt, String reference, BankDetails account, long amountPence) {}
