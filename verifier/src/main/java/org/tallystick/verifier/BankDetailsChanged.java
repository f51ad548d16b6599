package org.tallystick.verifier;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fraud: bank details that change shortly before money goes there. */
final class BankDetailsChanged extends ControlTest {

    private static final int DAYS = 30;

    /** The account of an organisation: when it changed last, if it was not the first. */
    private record Account(long position, @Nullable LocalDate changedOn) {}

    private final Map<String, Account> accounts = new HashMap<>();

    BankDetailsChanged() {
        super(
                "Bank details changed",
                "An organisation is not paid within " + DAYS
                        + " days after its bank details were changed; the first ones" + " are no change.");
    }

    @Override
    void see(Event event, List<Posting> made) {
        if (event.type().equals("registry.BankDetailsConfirmed")) {
            String organisation = event.payload().text("organisationId");
            boolean first = !accounts.containsKey(organisation);
            accounts.put(organisation, new Account(event.position(), first ? null : event.effectiveOn()));
        } else if (event.type().equals("award.PaymentPaid")) {
            tested();
            Account account = accounts.get(event.payload().text("recipient"));
            LocalDate changed = account == null ? null : account.changedOn();
            if (account != null && changed != null && event.effectiveOn().isBefore(changed.plusDays(DAYS))) {
                found(
                        event.position(),
                        "It pays " + event.payload().text("recipient") + " on " + event.effectiveOn()
                                + ", whose bank details changed on " + changed + " at position " + account.position()
                                + ".");
            }
        }
    }
}
