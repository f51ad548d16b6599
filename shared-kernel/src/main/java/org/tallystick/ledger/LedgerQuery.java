package org.tallystick.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.DirectionalIsolate;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PointInTime;
import org.tallystick.platform.Query;
import org.tallystick.platform.Require;
import org.tallystick.platform.StreamedQuery;

/** Questions about the funding ledger. */
public sealed interface LedgerQuery {

    /** What a statement is of. */
    enum Subject {
        FUND,
        AWARD,
        ORGANISATION,
        CONTRIBUTOR,
        ACCOUNT
    }

    /** The forms a ledger can be taken away in. */
    enum Format {
        CSV,
        JSONL,
        HLEDGER
    }

    /**
     * All balances, as known at a point, of what had taken effect by a day; now, where neither is given.
     *
     * @param position what was known; the same as {@code known}
     * @param date what had taken effect; the same as {@code effective}
     * @param effective the last effective date that counts
     * @param known a position, a moment, or a day or a time in the United Kingdom
     */
    record TrialBalanceAt(
            @Nullable Long position,
            @Nullable LocalDate date,
            @Nullable LocalDate effective,
            @Nullable String known) implements LedgerQuery, Query<TrialBalance> {
        public TrialBalanceAt {
            PointInTime.of(position, date, effective, known);
        }

        /** By a position and a day. */
        public TrialBalanceAt(@Nullable Long position, @Nullable LocalDate date) {
            this(position, date, null, null);
        }

        /** At a point in time. */
        public TrialBalanceAt(PointInTime at) {
            this(null, null, at.effective(), at.knownText());
        }

        /** The point it is asked for. */
        public PointInTime at() {
            return PointInTime.of(position, date, effective, known);
        }
    }

    /**
     * The postings about a fund, an award, an organisation, a contributor, or of one account, oldest first.
     *
     * @param position what was known; the same as {@code known}
     * @param date what had taken effect; the same as {@code effective}
     * @param effective the last effective date that counts
     * @param known a position, a moment, or a day or a time in the United Kingdom
     */
    record Statement(
            Subject subject,
            String id,
            @Nullable FinancialYear financialYear,
            @Nullable String restriction,
            @Nullable Long position,
            @Nullable LocalDate date,
            @Nullable LocalDate effective,
            @Nullable String known,
            int page,
            int size)
            implements LedgerQuery, Query<StatementView> {
        public Statement {
            Require.given(subject, "subject");
            id = Require.text(id, "id", 300);
            PointInTime.of(position, date, effective, known);
        }

        /** At a point in time. */
        public Statement(
                Subject subject,
                String id,
                @Nullable FinancialYear financialYear,
                @Nullable String restriction,
                PointInTime at,
                int page,
                int size) {
            this(subject, id, financialYear, restriction, null, null, at.effective(), at.knownText(), page, size);
        }

        /** The point it is asked for. */
        public PointInTime at() {
            return PointInTime.of(position, date, effective, known);
        }

        /** Another page of the same. */
        public Statement page(int another, int ofSize) {
            return new Statement(subject, id, financialYear, restriction, at(), another, ofSize);
        }
    }

    /** The postings that one event made. */
    record PostingsOf(long eventPosition) implements LedgerQuery, Query<List<JournalLine>> {}

    /**
     * The whole journal as a file, up to a point in time.
     *
     * @param position what was known; the same as {@code known}
     * @param date what had taken effect; the same as {@code effective}
     * @param effective the last effective date that counts
     * @param known a position, a moment, or a day or a time in the United Kingdom
     */
    record Export(
            Format format,
            @Nullable Long position,
            @Nullable LocalDate date,
            @Nullable LocalDate effective,
            @Nullable String known)
            implements LedgerQuery, StreamedQuery {
        public Export {
            Require.given(format, "format");
            PointInTime.of(position, date, effective, known);
        }

        /** At a point in time. */
        public Export(Format format, PointInTime at) {
            this(format, null, null, at.effective(), at.knownText());
        }

        /** The point it is asked for. */
        public PointInTime at() {
            return PointInTime.of(position, date, effective, known);
        }

        @Override
        public String fileName() {
            return switch (format) {
                case CSV -> "journal.csv";
                case JSONL -> "journal.jsonl";
                case HLEDGER -> "ledger.journal";
            };
        }

        @Override
        public String mediaType() {
            return switch (format) {
                case CSV -> "text/csv; charset=utf-8";
                case JSONL -> "application/x-ndjson";
                case HLEDGER -> "text/plain; charset=utf-8";
            };
        }
    }

    /**
     * The trial balance: each account with the side its balance stands on.
     *
     * @param position the last event it counts, in the order of the history
     * @param date the last effective date it counts, where one was asked for
     * @param accounts the accounts of money
     * @param debitPence of the accounts of money
     * @param memo the accounts of what nobody pays for, which is no money and in no total of it
     * @param memoPence the total of either side of them
     */
    record TrialBalance(
            long position,
            @Nullable LocalDate date,
            List<AccountBalance> accounts,
            long debitPence,
            long creditPence,
            List<AccountBalance> memo,
            long memoPence) {}

    /** One account's balance, on one side only. */
    record AccountBalance(String account, long debitPence, long creditPence) {}

    /**
     * A statement.
     *
     * @param title whom or what it is of, by name
     * @param accounts the balances of the accounts it touches, from the lines it covers (all pages)
     * @param memo the balances of accounts that hold no money but what nobody pays for
     * @param lines the postings of this page
     */
    record StatementView(
            Subject subject,
            String id,
            String title,
            long position,
            List<AccountBalance> accounts,
            List<AccountBalance> memo,
            Paged<JournalLine> lines,
            List<FinancialYear> financialYears,
            List<String> restrictions) {}

    /**
     * A posting with the event it comes from.
     *
     * @param sentence what happened, in plain English and with names; with ids in an export
     */
    record JournalLine(
            long position,
            int line,
            String eventType,
            String leafHash,
            Instant recordedAt,
            LocalDate effectiveOn,
            FinancialYear financialYear,
            String contributor,
            String restriction,
            long amountPence,
            String debitAccount,
            String creditAccount,
            String fundId,
            @Nullable String awardId,
            @Nullable String organisationId,
            @Nullable String callId,
            String enteredBy,
            String sentence) {

        /** The same line with names in the places of its sentence, and ids where there is no name. */
        public JournalLine named(Names names) {
            return new JournalLine(
                    position,
                    line,
                    eventType,
                    leafHash,
                    recordedAt,
                    effectiveOn,
                    financialYear,
                    contributor,
                    restriction,
                    amountPence,
                    debitAccount,
                    creditAccount,
                    fundId,
                    awardId,
                    organisationId,
                    callId,
                    enteredBy,
                    Sentence.filled(sentence, place -> DirectionalIsolate.of(nameIn(place, names))));
        }

        /** What it names: the ids of its organisations, its fund, its award and its call. */
        public Stream<String> ids() {
            return Stream.of(contributor, organisationId, fundId, awardId, callId)
                    .filter(Objects::nonNull);
        }

        private String nameIn(String place, Names names) {
            return switch (place) {
                case Sentence.CONTRIBUTOR -> names.organisation(contributor);
                case Sentence.ORGANISATION -> names.organisation(Objects.requireNonNull(organisationId));
                case Sentence.AWARD -> names.award(Objects.requireNonNull(awardId));
                default -> names.call(Objects.requireNonNull(callId));
            };
        }
    }
}
