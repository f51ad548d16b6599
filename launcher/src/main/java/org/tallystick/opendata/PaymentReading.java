package org.tallystick.opendata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.opendata.GrantFields.Cell;
import org.tallystick.opendata.PublishedGrant.Payment;

/** Reads what a row says was paid. One payment that can't be told for certain refuses the row. */
final class PaymentReading {

    private static final String GROUP = GrantFields.PAYMENT;
    private final LocalDate today;
    private final Findings findings;

    PaymentReading(LocalDate today, Findings findings) {
        this.today = today;
        this.findings = findings;
    }

    /**
     * The payments in the file's order.
     *
     * @param awardedPence what was awarded, which payments may not pass; null where that could not be read
     */
    List<Payment> read(
            List<Map<String, Cell>> transactions, @Nullable LocalDate awardedOn, @Nullable Long awardedPence) {
        List<Payment> payments = new ArrayList<>();
        long paidPence = 0;
        for (Map<String, Cell> transaction : transactions) {
            Payment payment = one(transaction, awardedOn);
            if (payment != null) {
                payments.add(payment);
                paidPence += payment.amountPence();
            }
        }
        if (awardedPence != null && !payments.isEmpty() && paidPence > awardedPence) {
            findings.fault(GROUP + "/value", "The payments come to more than was awarded.", null);
        }
        return payments;
    }

    private @Nullable Payment one(Map<String, Cell> transaction, @Nullable LocalDate awardedOn) {
        Cell currency = transaction.get("currency");
        if (currency != null && !PublishedCodes.pounds(currency.text())) {
            findings.fault(GROUP + "/currency", "The payment is not in pounds (GBP).", currency.text());
        }
        Cell date = transaction.get("transactionDate");
        Cell value = transaction.get("value");
        if (date == null || value == null) {
            String missing = date == null ? "transactionDate" : "value";
            findings.fault(GROUP + "/" + missing, "The payment lacks its date or its amount.", null);
            return null;
        }
        Understood<Long> amount = PublishedAmounts.pence(PublishedText.code(value.text()), value.number());
        if (Long.valueOf(0).equals(amount.value())) {
            findings.warn(GROUP + "/value", "A payment of nought is left out.", value.text());
            return null;
        }
        LocalDate paidOn = findings.take(
                GROUP + "/transactionDate", PublishedDates.day(PublishedText.code(date.text())), date.text());
        Long pence = findings.take(GROUP + "/value", amount, value.text());
        if (paidOn != null && paidOn.isAfter(today)) {
            findings.fault(GROUP + "/transactionDate", "The payment is dated in the future.", date.text());
        }
        if (paidOn != null && awardedOn != null && paidOn.isBefore(awardedOn)) {
            findings.warn(GROUP + "/transactionDate", "The payment is dated before the award.", date.text());
        }
        return paidOn == null || pence == null ? null : new Payment(paidOn, pence);
    }
}
