package org.tallystick.registry;

import java.util.regex.Pattern;
import org.tallystick.platform.Require;

/**
 * Where an organisation is paid; a United Kingdom account.
 *
 * @param accountName the organisation's account name, 1 to 70 characters
 * @param sortCode six digits
 * @param accountNumber eight digits
 */
public record BankDetails(String accountName, String sortCode, String accountNumber) {

    private static final Pattern SIX = Pattern.compile("\\d{6}");
    private static final Pattern EIGHT = Pattern.compile("\\d{8}");

    public BankDetails {
        accountName = Require.line(accountName, "accountName", 70);
        sortCode = Require.text(sortCode, "sortCode", 20).replaceAll("[- ]", "");
        accountNumber = Require.text(accountNumber, "accountNumber", 20).replace(" ", "");
        if (!SIX.matcher(sortCode).matches()) {
            throw Require.invalid("sortCode", "must be six digits, such as 20-00-00.");
        }
        if (!EIGHT.matcher(accountNumber).matches()) {
            throw Require.invalid("accountNumber", "must be eight digits.");
        }
    }

    /** The sort code with all but the last two digits hidden. */
    public String maskedSortCode() {
        return "••••" + sortCode.substring(4);
    }

    /** The account number with all but the last three digits hidden. */
    public String maskedAccountNumber() {
        return "•••••" + accountNumber.substring(5);
    }
}
