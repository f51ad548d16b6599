package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tallystick.platform.Json;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Samples;

class BudgetJsonTest {

    private static final Budget BUDGET = Samples.of(Budget.class);

    @Test
    void a_budget_comes_back_as_it_was() {
        assertThat(read(write(BUDGET), Budget.class)).isEqualTo(BUDGET);
        assertThat(BUDGET.years().getFirst().directCosts().lines()).hasSize(3);
    }

    @Test
    void what_it_costs_comes_back_as_it_was_and_holds_only_what_it_is_made_of() {
        FullCost cost = FullCost.of(BUDGET);

        assertThat(read(write(cost), FullCost.class)).isEqualTo(cost);
        assertThat(cost.years().getFirst().steps()).isNotEmpty();
        assertThat(write(cost.recovery()))
                .isEqualTo("{\"fullCostPence\":" + cost.recovery().fullCostPence()
                        + ",\"askedPence\":2000000,\"otherPence\":2500000}");
        assertThat(write(cost.poolShares().getFirst())).contains("\"pool\":\"Premises and office\"");
    }

    @Test
    void the_price_of_equipment_is_refused_with_the_reason() {
        String json = write(BUDGET).replace("\"PARTICIPANTS\"", "\"EQUIPMENT\"");

        assertThatThrownBy(() -> read(json, Budget.class))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("never claimed at its price");
    }

    @Test
    void a_part_of_a_penny_is_refused() {
        String json = write(BUDGET).replace("\"askedPence\":2000000", "\"askedPence\":2000000.5");

        assertThat(json).contains("2000000.5");
        assertThatThrownBy(() -> read(json, Budget.class))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("askedPence");
    }

    private static String write(Object value) {
        return Json.mapper().writeValueAsString(value);
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
