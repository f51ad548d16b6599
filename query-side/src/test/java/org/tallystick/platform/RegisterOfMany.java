package org.tallystick.platform;

import java.util.List;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Instalment;
import org.tallystick.fund.Slice;

/** One funder that gives to many organisations, to each a pound more than to the one before. */
public final class RegisterOfMany {

    private RegisterOfMany() {}

    /** So many awards. */
    public static void awards(LogFixture log, int many) {
        for (int i = 1; i <= many; i++) {
            Slice money = new Slice("council", new FinancialYear(2026), Slice.UNRESTRICTED, 100L * i);
            log.add(
                    "award-" + i,
                    "gov",
                    new AwardEvent.AwardCommitted(
                            "award-" + i,
                            "fund",
                            null,
                            "council",
                            "organisation-" + i,
                            "gov",
                            "Title",
                            "Purpose",
                            Currency.GBP,
                            List.of(new Instalment(1, QueryFixture.TODAY, List.of(money)))));
        }
    }
}
