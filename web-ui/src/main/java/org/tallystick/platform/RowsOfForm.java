package org.tallystick.platform;

import java.util.List;

/** A form with parts that come several times, as fragments/rows.html shows it. */
public interface RowsOfForm {

    /** As typed. */
    Form form();

    /** Where it is sent. */
    String home();

    /** What comes several times, by the name of the part in small letters. */
    FormRows repeated(String part);

    /** The numbers of the rows of a part. */
    default List<Integer> rows(String part) {
        return repeated(part).numbers(form());
    }

    /** Whether a part takes another row. */
    default boolean takesMore(String part) {
        return repeated(part).takesMore(form());
    }
}
