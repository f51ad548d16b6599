package org.tallystick.payment;

import java.util.List;
import org.tallystick.platform.Event;

/** What happened to a file for the bank. */
public sealed interface PaymentEvent extends Event {

    /** The file's id. */
    String fileId();

    /** It was written; the payments in it were instructed in the same moment. */
    record PaymentsExported(String fileId, String funder, String payerId, List<BankFileLine> lines)
            implements PaymentEvent {}
}
