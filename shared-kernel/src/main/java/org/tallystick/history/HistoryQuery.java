package org.tallystick.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Query;
import org.tallystick.platform.Require;
import org.tallystick.platform.StreamedQuery;

/** Questions about the history itself. */
public sealed interface HistoryQuery {

    /**
     * The sequenced log, from a position on (1 is the first), or back from one.
     *
     * @param from the first position wanted; 0 means 1, or, with the newest first, the last there is
     * @param size 1 to 1,000; 0 means 100
     * @param about only events of this aggregate
     * @param type only events of this type, such as fund.MoneyCommitted
     * @param by only events that this person made
     * @param newestFirst downwards from {@code from} instead of upwards
     */
    record Events(
            long from,
            int size,
            @Nullable String about,
            @Nullable String type,
            @Nullable String by,
            boolean newestFirst)
            implements HistoryQuery, Query<EventPage> {}

    /** One event. */
    record OneEvent(long position) implements HistoryQuery, Query<LoggedEvent> {}

    /** What has a history that its own people may read. */
    enum Subject {
        ORGANISATION,
        AWARD,
        BID,
        FUND,
        CALL,
        PERSON
    }

    /**
     * What happened to something, newest first, as far as the asker may know it: without what is private to others,
     * such as bank details and the names of other organisations' people. For auditors all that is about it, whatever it
     * happened to, such as the awards of an organisation. For others what happened to itself, where they see it in
     * full: an organisation and a bid for its own people; an award for both sides of it; a fund, with its awards, for
     * those who hold it or give to it; a call for governors and commissioners of the body that makes it; a person for
     * auditors only.
     *
     * @param by only what this person did
     * @param type only events of this type
     * @param from only what took effect on this day or later
     * @param until only what took effect on this day or earlier
     * @param leastPence only what moved at least this much money
     * @param mostPence only what moved some money, and at most this much
     */
    record HistoryOf(
            Subject subject,
            String id,
            @Nullable String by,
            @Nullable String type,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Long leastPence,
            @Nullable Long mostPence,
            int page,
            int size)
            implements HistoryQuery, Query<Paged<Happening>> {
        public HistoryOf {
            Require.given(subject, "subject");
        }

        /** All of it. */
        public HistoryOf(Subject subject, String id, int page, int size) {
            this(subject, id, null, null, null, null, null, null, page, size);
        }
    }

    /** How long the log is, and how far the read models have come. */
    record LogState() implements HistoryQuery, Query<LogView> {}

    /** The checkpoints of the log, newest first. */
    record Checkpoints(int page, int size) implements HistoryQuery, Query<Paged<CheckpointView>> {}

    /**
     * Proof that an event is in the log.
     *
     * @param position of the event
     * @param size of the checkpoint it is shown against; 0 for the newest published
     */
    record InclusionOf(long position, long size) implements HistoryQuery, Query<InclusionProof> {}

    /**
     * Proof that the log of one checkpoint is the beginning of that of another.
     *
     * @param from size of the earlier checkpoint
     * @param to size of the later one; 0 for the newest published
     */
    record ConsistencyOf(long from, long to) implements HistoryQuery, Query<ConsistencyProof> {}

    /** The balance of one account as a period close sealed it, with the proof that shows nothing of the others. */
    record BalanceSealed(String period, String account) implements HistoryQuery, Query<SealedBalanceProof> {
        public BalanceSealed {
            HistoryCommand.lastDayOf(period);
            account = Require.line(account, "account", 300);
        }
    }

    /**
     * All that somebody needs who wants to derive every figure again without us, as a zip file.
     *
     * @param to position it reaches at least, where a checkpoint covers it; none for the newest checkpoint
     * @param fund only what concerns this fund; none for everything
     */
    record AuditPackOf(@Nullable Long to, @Nullable String fund) implements HistoryQuery, StreamedQuery {
        public AuditPackOf {
            if (to != null && to < 1) {
                throw Require.invalid("to", "must be a position, 1 or more.");
            }
            if (fund != null) {
                Require.id(fund, "fund");
            }
        }

        @Override
        public String fileName() {
            return fund == null ? "audit-pack.zip" : "audit-pack-" + fund + ".zip";
        }

        @Override
        public String mediaType() {
            return "application/zip";
        }
    }

    /** Events in order; {@code next} is where to go on, if there is more or more has to be looked through. */
    record EventPage(
            List<LoggedEvent> events, long head, @Nullable Long next) {}

    /** An event as it is stored, with its leaf. */
    record LoggedEvent(
            long position,
            String eventId,
            String aggregateType,
            String aggregateId,
            long sequence,
            String type,
            String revision,
            Instant recordedAt,
            LocalDate effectiveOn,
            Map<String, Object> payload,
            Map<String, Object> metadata,
            String leafHash) {}

    /**
     * One thing that happened.
     *
     * @param aggregateType the kind of thing that it happened to
     * @param aggregateId which one
     * @param says those parts of the event that its own people may read, such as the number of the
     *     instalment; a partner of a bid by its name
     * @param amountPence the money it moved, 0 where it moved none
     * @param actorId who acted, where the asker may know: auditors, and people of the same organisation
     * @param role in which role, or empty
     * @param organisationName for whom they acted, or empty
     * @param reason in the words of who acted, or empty
     */
    record Happening(
            long position,
            String type,
            String aggregateType,
            String aggregateId,
            Instant recordedAt,
            LocalDate effectiveOn,
            Map<String, Object> says,
            long amountPence,
            @Nullable String actorId,
            String role,
            String organisationName,
            String reason) {}

    /** The state of the log and of each projection. */
    record LogView(long head, long oldestUnsequencedMillis, List<ProjectionState> projections, SigningState signing) {}

    /**
     * How the log is signed.
     *
     * @param origin the log's name; empty where it is not signed
     * @param publicKey what its checkpoints are checked with; empty where it is not signed
     * @param checkpoint the newest one published
     * @param signedSize how far it is signed; further than the published one where witnesses are waited for
     * @param quorum witnesses that must have signed a checkpoint before it is published
     */
    record SigningState(
            String origin,
            String publicKey,
            @Nullable CheckpointView checkpoint,
            long signedSize,
            int quorum,
            List<WitnessState> witnesses) {

        /** Of a log that nobody signs. */
        public static final SigningState UNSIGNED = new SigningState("", "", null, 0, 0, List.of());
    }

    /**
     * A signed statement of how long the log is and what is in it.
     *
     * @param size events in it
     * @param root of its Merkle tree, in Base64
     * @param witnesses who has signed it too
     * @param note the whole signed note, with all signatures
     */
    record CheckpointView(long size, Instant signedAt, String root, List<String> witnesses, String note) {}

    /**
     * How a witness stands.
     *
     * @param size the longest log it has signed
     * @param askedAt when it was last asked
     * @param refused why it did not sign then; empty where it did
     */
    record WitnessState(String name, long size, Instant askedAt, String refused) {}

    /**
     * That an event is in the log.
     *
     * @param index its place in the tree, from 0: its position less one
     * @param leaf the canonical JSON that is hashed
     * @param leafHash in hex
     * @param proof hashes from its sibling to below the root, in Base64 (RFC 6962, 2.1.1)
     * @param text the same with the checkpoint, as C2SP {@code tlog-proof}
     */
    record InclusionProof(
            long position,
            long index,
            String leaf,
            String leafHash,
            List<String> proof,
            CheckpointView checkpoint,
            String text) {}

    /**
     * That a balance was sealed.
     *
     * @param position of the event that closed the period; {@link InclusionOf} proves that it is in the log
     * @param balance with its salt: the leaf is its canonical JSON
     * @param number its place among the sealed accounts, from 0
     * @param accounts how many were sealed
     * @param proof hashes from its sibling to below the root, in Base64
     * @param root that the event names, in Base64
     */
    record SealedBalanceProof(
            String period,
            long position,
            SealedBalance balance,
            int number,
            int accounts,
            List<String> proof,
            String root) {}

    /**
     * That one log continues another.
     *
     * @param proof hashes in Base64 (RFC 6962, 2.1.2)
     */
    record ConsistencyProof(CheckpointView from, CheckpointView to, List<String> proof) {}

    /** How far a projection has come. */
    record ProjectionState(String name, long position, long behind) {}
}
