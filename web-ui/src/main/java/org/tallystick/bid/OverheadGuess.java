package org.tallystick.bid;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tallystick.registry.CostProfile.OverheadPool;

/** What a shared cost is likely to be, by its name: a first choice that a person can change. */
final class OverheadGuess {

    private static final Pattern PREMISES =
            Pattern.compile("premises|office|rent|building|heat|light|utilit|clean|phone|insur|equip|it\\b|broadband");
    private static final Pattern GOVERNANCE =
            Pattern.compile("govern|board|trustee|audit|strateg|legal|development|annual");
    private static final Pattern FUNDRAISING = Pattern.compile("fund-?\\s?rais");
    private static final Pattern PAY =
            Pattern.compile("staff|payroll|manage|director|salar|wage|human|personnel|hr\\b|central|financ");

    private OverheadGuess() {}

    /** Where it is divided. */
    static OverheadStep step(OverheadPool pool) {
        String name = pool.name().toLowerCase(Locale.UK);
        if (FUNDRAISING.matcher(name).find()) {
            return OverheadStep.FUNDRAISING;
        }
        if (GOVERNANCE.matcher(name).find()) {
            return OverheadStep.GOVERNANCE;
        }
        return PREMISES.matcher(name).find() ? OverheadStep.PREMISES : OverheadStep.CENTRAL;
    }

    /** What it rises with. */
    static PriceIndex index(OverheadPool pool) {
        return PAY.matcher(pool.name().toLowerCase(Locale.UK)).find() ? PriceIndex.PAY : PriceIndex.NON_PAY;
    }
}
