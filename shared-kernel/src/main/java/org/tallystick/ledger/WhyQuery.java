package org.tallystick.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.bid.GapCarrier;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.ledger.LedgerQuery.JournalLine;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.Query;
import org.tallystick.platform.Require;

/** Why is this figure what it is? */
public sealed interface WhyQuery {

    /** What a figure is of. */
    enum FigureOf {
        EVERYTHING,
        FUND,
        AWARD,
        ORGANISATION,
        CONTRIBUTOR,
        CALL
    }

    /** The figures of the ledger: what is in all accounts of one kind, or what events of some kinds moved. */
    enum Figure {
        /** Contributed and not given back. */
        CONTRIBUTED,
        /** Free. */
        AVAILABLE,
        /** Set aside for calls. */
        ALLOCATED,
        /** Decided, not signed. */
        COMMITTED,
        /** Signed, not due. */
        OBLIGATED,
        /** Approved, not paid. */
        PAYABLE,
        /** Signed, not paid: the two before together. */
        OWED,
        /** With the organisations: paid, and not sent back by them or by the bank. */
        HELD,
        /** Came back from organisations, and waits for a decision. */
        RETURNED,
        /** Not needed, and waits for a decision. */
        LAPSED,
        /** Full cost that nobody pays for. */
        GAP,
        /** Decided for awards, whatever became of it. */
        AWARDED,
        /** Decided for awards and told to applicants, less what came to nothing: what the public reads. */
        PUBLISHED,
        /** Paid, less what the bank sent back. */
        PAID
    }

    /**
     * Every movement of money that makes a figure, in the order of the history, with a running sum that ends in it;
     * with who did it, in which role, for whom and with what authority, and the checkpoint that proves all of them. As
     * far as the asker sees the funds that the money is of.
     *
     * @param account the figure is the balance of this account; or:
     * @param subject what it is of
     * @param id which one; none of everything
     * @param figure which of its figures
     * @param fund only money of this fund
     * @param contributor only money of this contributor
     * @param financialYear only money of this year
     * @param restriction only money under this restriction
     * @param carrier only what is carried so, of the full cost that nobody pays for
     * @param effective the last effective date that counts
     * @param known a position or a time: how much of the history counts
     */
    record Why(
            @Nullable String account,
            @Nullable FigureOf subject,
            @Nullable String id,
            @Nullable Figure figure,
            @Nullable String fund,
            @Nullable String contributor,
            @Nullable FinancialYear financialYear,
            @Nullable String restriction,
            @Nullable GapCarrier carrier,
            @Nullable LocalDate effective,
            @Nullable String known,
            int page,
            int size)
            implements WhyQuery, Query<WhyView> {
        public Why {
            PointInTime.of(effective, known);
            if (account == null || account.isBlank()) {
                Require.given(subject, "subject");
                Require.given(figure, "figure");
                id = subject == FigureOf.EVERYTHING ? null : Require.text(id, "id", 300);
            } else {
                account = Require.line(account, "account", 300);
                subject = null;
                id = null;
                figure = null;
            }
            fund = given(fund, "fund");
            contributor = given(contributor, "contributor");
            restriction = given(restriction, "restriction");
            if (carrier != null && figure != Figure.GAP) {
                throw Require.invalid("carrier", "is a part of what nobody pays for, and of no other figure.");
            }
        }

        /** A figure as it is, with nothing taken out of it. */
        public Why(
                @Nullable String account,
                @Nullable FigureOf subject,
                @Nullable String id,
                @Nullable Figure figure,
                @Nullable LocalDate effective,
                @Nullable String known,
                int page,
                int size) {
            this(account, subject, id, figure, null, null, null, null, null, effective, known, page, size);
        }

        private static @Nullable String given(@Nullable String value, String field) {
            return value == null || value.isBlank() ? null : Require.line(value, field, 300);
        }
    }

    /**
     * How a figure is made.
     *
     * @param position the last event that was looked at
     * @param figurePence what came in less what went out, which is where the running sum of the last line ends
     * @param lines the movements
     * @param checkpoint the first published one that covers all of them; none where there is none yet
     */
    record WhyView(
            long position,
            long figurePence,
            long inPence,
            long outPence,
            Paged<WhyLine> lines,
            @Nullable CheckpointView checkpoint) {}

    /**
     * One movement.
     *
     * @param entry the posting, with its event and the leaf hash of that
     * @param changePence what it adds to the figure; below zero where it takes away
     * @param sumPence the figure after it
     * @param actorId who did it, where the asker may know: auditors, and people of the same organisation
     * @param role in which role, or empty
     * @param organisationName for whom, or empty
     * @param authority with what authority, or empty
     * @param reason in their words, or empty
     */
    record WhyLine(
            JournalLine entry,
            long changePence,
            long sumPence,
            @Nullable String actorId,
            String role,
            String organisationName,
            String authority,
            String reason) {}
}
