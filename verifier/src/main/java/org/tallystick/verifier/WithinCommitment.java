package org.tallystick.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Authority: nothing goes beyond what was set aside, committed, owed or payable. */
final class WithinCommitment extends ControlTest {

    /** What accounts hold that hold anything. */
    private final Map<String, Long> held = new HashMap<>();

    WithinCommitment() {
        super(
                "Within commitment",
                "At no position is an account below zero of what is set aside for a call, committed to an award, owed,"
                        + " payable, sent back or lapsed.");
    }

    @Override
    void see(Event event, List<Posting> made) {
        for (Posting posting : made) {
            move(posting.debit(), posting.pence());
            move(posting.credit(), -posting.pence());
        }
        for (Posting posting : made) {
            if (isLimited(posting.credit())) {
                tested();
                long left = held.getOrDefault(posting.credit(), 0L);
                if (left < 0) {
                    found(
                            event.position(),
                            "It takes " + Posting.say(-left) + " more from " + posting.credit() + " than there is.");
                }
            }
        }
    }

    private void move(String account, long pence) {
        if (isLimited(account) && held.merge(account, pence, Math::addExact) == 0) {
            held.remove(account);
        }
    }

    /** What is free in a fund may be below zero where its rules let it commit what is pledged. */
    private static boolean isLimited(String account) {
        return account.startsWith("award:") || (account.startsWith("fund:") && !account.endsWith(":available"));
    }
}
