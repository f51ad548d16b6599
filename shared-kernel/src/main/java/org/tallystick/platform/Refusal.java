package org.tallystick.platform;

/** Every reason a request can be refused for: a stable code, the HTTP status, and what to do about it. */
public enum Refusal {
    MALFORMED("malformed", 400, "Correct the request: it could not be read."),
    INVALID("invalid", 422, "Correct the field that is named."),
    NOT_LOGGED_IN("not-logged-in", 401, "Log in, or send a bearer token."),
    NOT_ALLOWED("not-allowed", 403, "Ask somebody whose role may do this."),
    NOT_FOUND("not-found", 404, "Check the address or the id."),
    ALREADY_EXISTS("already-exists", 409, "Use another id, or look the existing one up."),
    IDENTIFIER_TAKEN("identifier-taken", 409, "Look up the organisation that has this identifier."),
    WRONG_STATE("wrong-state", 409, "Look at its present state; this step does not fit it."),
    TOO_LATE("too-late", 409, "The time is over; what you wrote is kept."),
    INCOMPLETE("incomplete", 409, "Finish what is named, and try again."),
    NOT_ENOUGH_MONEY("not-enough-money", 409, "Choose a smaller sum, or wait until more is received."),
    REPEATED("repeated", 409, "Look the earlier one up. If this is another one, say so and send it again."),
    PAID_TWICE("paid-twice", 409, "Give less, or wait until another award has ended."),
    MONEY_LEFT("money-left", 409, "Use, return or let lapse what is left first."),
    LIMIT_EXCEEDED("limit-exceeded", 403, "Ask somebody whose delegated limit covers the sum on that date."),
    SAME_PERSON("same-person", 403, "A second person must do this."),
    NO_BANK_DETAILS("no-bank-details", 409, "Have the organisation's bank details confirmed by two people first."),
    ORGANISATION_NOT_REGISTERED("organisation-not-registered", 409, "Register or reinstate the organisation first."),
    CONFLICT("conflict", 409, "Somebody else changed this at the same moment: look again, then decide."),
    KEY_REUSED("idempotency-key-reused", 422, "Begin again on a fresh page, or with a new key."),
    KEY_MISSING("idempotency-key-missing", 400, "Send an Idempotency-Key header: any text of 1 to 100 characters."),
    TOO_LARGE("too-large", 413, "Send less at once."),
    NOT_YET("not-yet", 503, "Ask again in a moment: the answer is not ready."),
    UNAVAILABLE("unavailable", 503, "Try again in a moment.");

    private final String code;
    private final int status;
    private final String whatToDo;

    Refusal(String code, int status, String whatToDo) {
        this.code = code;
        this.status = status;
        this.whatToDo = whatToDo;
    }

    /** Stable; clients may depend on it. */
    public String code() {
        return code;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** One sentence. */
    public String whatToDo() {
        return whatToDo;
    }
}
