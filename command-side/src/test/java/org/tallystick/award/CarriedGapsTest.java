package org.tallystick.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.bid.GapCarrier;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Rejection;

class CarriedGapsTest {

    private static final Gap RESERVES = new Gap(new FinancialYear(2026), GapCarrier.RESERVES, 5_00);
    private static final Gap UNPAID = new Gap(new FinancialYear(2026), GapCarrier.UNPAID_WORK, 7_00);

    private final CarriedGaps gaps = new CarriedGaps();

    @Test
    void each_organisation_is_released_from_its_own_in_the_order_in_which_they_were_recorded() {
        gaps.evolve(recorded("lead", RESERVES));
        gaps.evolve(recorded("early"));
        gaps.evolve(recorded("a-late", UNPAID, RESERVES));

        assertThat(gaps.released("a", "f", "c"))
                .containsExactly(released("lead", RESERVES), released("a-late", UNPAID, RESERVES));
    }

    @Test
    void where_all_was_recorded_of_the_one_that_leads_it_is_released_from_all() {
        gaps.evolve(recorded("lead", RESERVES, UNPAID));

        assertThat(gaps.released("a", "f", "c")).containsExactly(released("lead", RESERVES, UNPAID));
    }

    @Test
    void it_is_put_on_record_once_also_where_nobody_carries_anything() {
        assertThatCode(gaps::requireNotOnRecord).doesNotThrowAnyException();
        gaps.evolve(recorded("lead"));

        assertThatThrownBy(gaps::requireNotOnRecord).isInstanceOf(Rejection.class);
    }

    private static AwardEvent recorded(String organisation, Gap... gaps) {
        return new AwardEvent.GapRecorded("a", "f", "c", "o", organisation, 50_00, List.of(gaps));
    }

    private static AwardEvent.GapReleased released(String organisation, Gap... gaps) {
        return new AwardEvent.GapReleased("a", "f", "c", organisation, List.of(gaps));
    }
}
