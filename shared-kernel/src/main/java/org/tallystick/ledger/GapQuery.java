package org.tallystick.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.GapCarrier;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.Query;

/** Questions about the gap between what work really costs and what is paid for it. */
public sealed interface GapQuery {

    /** What the gap between full cost and money is looked at by. */
    enum GapBy {
        AWARD,
        ORGANISATION,
        FUNDER,
        CALL
    }

    /**
     * What the work of awards really costs and nobody pays for, and who carries it: of all awards the asker may see
     * whose full cost is on record, the largest gap first.
     *
     * @param by what each line is about; by award, where none is given
     * @param effective the last effective date that counts
     * @param known a position, a moment, or a day or a time in the United Kingdom
     */
    record Gaps(
            @Nullable GapBy by,
            @Nullable LocalDate effective,
            @Nullable String known,
            int page,
            int size) implements GapQuery, Query<GapsView> {
        public Gaps {
            PointInTime.of(effective, known);
        }

        /** As they are now. */
        public Gaps(@Nullable GapBy by, int page, int size) {
            this(by, null, null, page, size);
        }

        /** The point it is asked for. */
        public PointInTime at() {
            return PointInTime.of(effective, known);
        }
    }

    /**
     * Gaps with their totals over all pages.
     *
     * @param awardedPence of the awards whose full cost is on record
     */
    record GapsView(
            GapBy by,
            long awards,
            long awardedPence,
            long fullCostPence,
            List<Carried> carried,
            Paged<GapLine> lines) {}

    /** What one award, organisation, funder or call leaves unpaid. */
    record GapLine(String id, String label, long awards, long awardedPence, long fullCostPence, List<Carried> carried) {

        /** What nobody pays for. */
        public long gapPence() {
            return Carried.sumPence(carried);
        }
    }

    /** How much of a gap somebody carries. */
    record Carried(GapCarrier carrier, long amountPence) {

        /** The total, in pence. */
        public static long sumPence(List<Carried> several) {
            return several.stream().mapToLong(Carried::amountPence).sum();
        }
    }
}
