package org.tallystick.platform;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * One event at its place in the log, its payload and metadata as the bytes that are stored.
 *
 * @param position place in the log, from 1 and without gaps
 * @param eventId identifier of the event, a UUID
 * @param aggregateType kind of aggregate
 * @param aggregateId identifier of the aggregate
 * @param sequence number of the event within its aggregate, from 0
 * @param type stable name of the event, for example {@code fund.MoneyCommitted}
 * @param revision revision of its shape
 * @param recordedAt when it was recorded, to the microsecond
 * @param payload JSON in UTF-8; not to be changed
 * @param metadata JSON in UTF-8; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the message; nobody compares two of these
public record SequencedEvent(
        long position,
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        String revision,
        Instant recordedAt,
        byte[] payload,
        byte[] metadata)
        implements TrackedEventData<byte[]>, DomainEventData<byte[]> {

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metadata, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload, byte[].class, type, revision);
    }

    @Override
    public String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }
}
