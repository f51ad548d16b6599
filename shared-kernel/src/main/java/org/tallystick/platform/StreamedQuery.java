package org.tallystick.platform;

/** A query whose answer may be of any size and is written to a stream as it is read, such as an export. */
public interface StreamedQuery extends Query<StreamedQuery.Written> {

    /** The name of the file to offer. */
    String fileName();

    /** Such as text/csv. */
    String mediaType();

    /** The stream has been written. */
    record Written() {}
}
