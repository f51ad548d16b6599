package org.tallystick.ledger;

/** Pence as people read them. */
public final class Pounds {

    private Pounds() {}

    /** Such as £12,450 or, where pence matter, £12,450.67; a minus sign stands in front. */
    public static String of(long pence) {
        long whole = Math.abs(pence / 100);
        long rest = Math.abs(pence % 100);
        StringBuilder text = new StringBuilder(Long.toString(whole));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        text.insert(0, pence < 0 ? "−£" : "£");
        return rest == 0
                ? text.toString()
                : text.append(rest < 10 ? ".0" : ".").append(rest).toString();
    }
}
