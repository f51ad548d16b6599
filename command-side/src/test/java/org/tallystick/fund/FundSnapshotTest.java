package org.tallystick.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

class FundSnapshotTest {

    /** What a snapshot of this revision holds. Where this changes, the revision of {@link Fund} goes up by one. */
    private static final String REVISION = "6";

    private static final List<String> FUND = List.of(
            "String fundId",
            "String holder",
            "FundState state",
            "FundMoney money",
            "LastEntries receipts",
            "LastEntries pledges");
    private static final List<String> MONEY = List.of(
            "DrawOrder drawOrder",
            "CommitAgainst commitAgainst",
            "List<Slice> received",
            "List<Slice> pledged",
            "List<Slice> used",
            "List<Slice> covered",
            "Map<String, List<Slice>> allocated",
            "Map<String, List<Slice>> setAside",
            "Map<Unspent, List<Slice>> unspent",
            "DatedMoney freeByDay",
            "Map<String, DatedMoney> allocatedByDay",
            "Map<Unspent, DatedMoney> unspentByDay");

    private static final List<String> BY_DAY =
            List.of("SortedMap<LocalDate, List<Slice>> in", "SortedMap<LocalDate, List<Slice>> out");

    private static final List<String> ENTRIES = List.of("List<LastEntries$Entry> entries");

    @Test
    void a_snapshot_of_another_shape_has_another_revision() {
        assertThat(Fund.class.getAnnotation(Revision.class).value()).isEqualTo(REVISION);
        assertThat(shapeOf(Fund.class)).isEqualTo(FUND);
        assertThat(shapeOf(FundMoney.class)).isEqualTo(MONEY);
        assertThat(shapeOf(LastEntries.class)).isEqualTo(ENTRIES);
        assertThat(shapeOf(DatedMoney.class)).isEqualTo(BY_DAY);
    }

    private static List<String> shapeOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(FundSnapshotTest::written)
                .toList();
    }

    private static String written(Field field) {
        return field.getGenericType().getTypeName().replaceAll("[a-z.]+\\.", "") + " " + field.getName();
    }
}
