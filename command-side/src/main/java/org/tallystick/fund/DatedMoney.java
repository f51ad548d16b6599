package org.tallystick.fund;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What went into an account and out of it, by the day on which it took effect. What is recorded today may date from
 * earlier; then there must have been enough of it on that day, and on every day since.
 */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public final class DatedMoney {

    private SortedMap<LocalDate, List<Slice>> in = new TreeMap<>();
    private SortedMap<LocalDate, List<Slice>> out = new TreeMap<>();

    /** Money went in on a day. */
    public void add(LocalDate on, List<Slice> slices) {
        in.merge(on, slices, Slices::plus);
        settle(on);
    }

    /** Money went out on a day. */
    public void take(LocalDate on, List<Slice> slices) {
        out.merge(on, slices, Slices::plus);
        settle(on);
    }

    /** Of what is there now, as much as can have gone out on a day without any day since falling short. */
    public List<Slice> leftFrom(LocalDate on, List<Slice> now) {
        Map<Slice.Source, Long> balance = new HashMap<>();
        in.headMap(on.plusDays(1)).values().forEach(slices -> move(balance, slices, 1));
        out.headMap(on.plusDays(1)).values().forEach(slices -> move(balance, slices, -1));
        Map<Slice.Source, Long> least = new HashMap<>(balance);
        TreeSet<LocalDate> days = new TreeSet<>(in.keySet());
        days.addAll(out.keySet());
        for (LocalDate day : days.tailSet(on, false)) {
            move(balance, in.getOrDefault(day, List.of()), 1);
            move(balance, out.getOrDefault(day, List.of()), -1);
            least.replaceAll((source, pence) -> Math.min(pence, balance.getOrDefault(source, 0L)));
        }
        List<Slice> left = new ArrayList<>();
        for (Slice slice : now) {
            long pence = Math.min(slice.amountPence(), least.getOrDefault(slice.source(), 0L));
            if (pence > 0) {
                left.add(slice.source().slice(pence));
            }
        }
        return List.copyOf(left);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatedMoney money && in.equals(money.in) && out.equals(money.out);
    }

    @Override
    public int hashCode() {
        return Objects.hash(in, out);
    }

    /** What comes and goes on one day need not be kept. */
    private void settle(LocalDate on) {
        List<Slice> came = in.getOrDefault(on, List.of());
        List<Slice> went = out.getOrDefault(on, List.of());
        keep(in, on, Slices.minusAtMost(came, went));
        keep(out, on, Slices.minusAtMost(went, came));
    }

    private static void keep(SortedMap<LocalDate, List<Slice>> days, LocalDate on, List<Slice> slices) {
        if (slices.isEmpty()) {
            days.remove(on);
        } else {
            days.put(on, slices);
        }
    }

    private static void move(Map<Slice.Source, Long> balance, List<Slice> slices, int sign) {
        slices.forEach(slice -> balance.merge(slice.source(), sign * slice.amountPence(), Math::addExact));
    }
}
