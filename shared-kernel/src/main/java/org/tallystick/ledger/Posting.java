package org.tallystick.ledger;

import org.jspecify.annotations.Nullable;
import org.tallystick.fund.Slice;

/**
 * One movement of money between two accounts, which makes it balanced by construction.
 *
 * @param line counted from 1 within its event
 * @param slice how much, in pence, and where it came from
 * @param debitAccount the account it goes to
 * @param creditAccount the account it comes from
 * @param fundId the fund it concerns
 * @param awardId the award it concerns, if any
 * @param organisationId the recipient organisation it concerns, if any
 * @param callId the call it concerns, if any
 * @param sentence what happened, in plain English, with {@link Sentence places for names}
 */
public record Posting(
        int line,
        Slice slice,
        String debitAccount,
        String creditAccount,
        String fundId,
        @Nullable String awardId,
        @Nullable String organisationId,
        @Nullable String callId,
        String sentence) {}
