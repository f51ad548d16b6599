package org.tallystick.platform;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request is refused: nothing was changed. Never carries personal data, and no stack trace, since it is no fault. */
public final class Rejection extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final @Nullable String field;

    private Rejection(Refusal refusal, @Nullable String field, String sentence) {
        super(sentence, null, false, false);
        this.refusal = refusal;
        this.field = field;
    }

    /** A refusal of the request as a whole, with a sentence that a person understands. */
    public static Rejection of(Refusal refusal, String sentence) {
        return new Rejection(refusal, null, sentence);
    }

    /** A refusal because of one field. */
    public static Rejection of(Refusal refusal, @Nullable String field, String sentence) {
        return new Rejection(refusal, field, sentence);
    }

    /** The reason, with its stable code. */
    public Refusal refusal() {
        return refusal;
    }

    /** The field at fault, where one is. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** What is wrong, in a sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
