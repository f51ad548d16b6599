package org.tallystick.call;

import org.tallystick.ledger.Pounds;

/**
 * Grant or contract, by substance (F2): four answers, from which the conclusion follows.
 *
 * @param specifiedService the funder specifies a service and gets it in return for the money
 * @param rightToService the funder could demand the service, or damages where it is not delivered
 * @param testsSomethingNew the money is to find out whether something new works
 * @param supportsPurpose the money supports a purpose of the organisation's own
 */
public record Substance(
        boolean specifiedService, boolean rightToService, boolean testsSomethingNew, boolean supportsPurpose) {

    /** What the answers lead to. */
    public enum Conclusion {
        GRANT,
        CONTRACT,
        REFER_TO_PROCUREMENT
    }

    /**
     * The conclusion with the rule that led to it.
     *
     * @param conclusion what it is
     * @param rule in a sentence
     */
    public record Finding(Conclusion conclusion, String rule) {}

    /**
     * Practice of UK grant-making: a specified service bought for payment is a contract; testing something new, or
     * support for a purpose without a right to a service, is a grant.
     *
     * @param envelopePence what the call has to give
     * @param lightTouchPence the threshold of the light-touch regime, above which procurement law asks for more
     */
    public Finding finding(long envelopePence, long lightTouchPence) {
        if (testsSomethingNew) {
            return new Finding(Conclusion.GRANT, "Money that tests something new is a grant.");
        }
        if (supportsPurpose && !rightToService) {
            return new Finding(
                    Conclusion.GRANT, "Support for a purpose, with no right to a service in return, is a grant.");
        }
        if (!specifiedService && !rightToService) {
            return new Finding(Conclusion.GRANT, "Nothing is bought: no service is specified or can be demanded.");
        }
        if (envelopePence > lightTouchPence) {
            return new Finding(
                    Conclusion.REFER_TO_PROCUREMENT,
                    "A specified service bought for payment is a contract, and %s is above the light-touch threshold of %s."
                            .formatted(Pounds.of(envelopePence), Pounds.of(lightTouchPence)));
        }
        return new Finding(Conclusion.CONTRACT, "A specified service bought for payment is a contract.");
    }
}
