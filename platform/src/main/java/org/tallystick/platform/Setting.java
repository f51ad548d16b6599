package org.tallystick.platform;

import org.tallystick.call.EffortBudget;

/** Every environment variable that Tallystick reads, with what it has without one. */
public enum Setting {
    DB_URL("", "JDBC address of the database, such as jdbc:postgresql://localhost:5432/tallystick"),
    DB_OWNER_USER("tallystick_owner", "Role that owns the history's schema; used by migrate only"),
    DB_OWNER_PASSWORD("", "Its password"),
    DB_COMMAND_USER("tallystick_command", "Role of the command side, the only one that may insert events"),
    DB_COMMAND_PASSWORD("", "Its password"),
    DB_QUERY_USER("tallystick_query", "Role of the query side, which reads the log and owns its read models"),
    DB_QUERY_PASSWORD("", "Its password"),
    PORT("8080", "Port that is listened on"),
    ADDRESS("127.0.0.1", "Address that is listened on"),
    DEMO("false", "Whether fictional people may log in; only ever on a loopback address"),
    LOGINS("", "File of the people who may log in by form, written by the login command"),
    OIDC_ISSUER("", "Issuer of an OpenID Connect provider whose bearer tokens are accepted"),
    OIDC_CLIENT_ID("", "Client id for logging in to pages through that provider"),
    OIDC_CLIENT_SECRET("", "Its secret"),
    INTERNAL_SECRET("", "Secret of at least 32 characters that the processes of one installation share"),
    COMMAND_SIDE_URL("", "Where pages in a process of their own reach the command side"),
    QUERY_SIDE_URL("", "Where pages in a process of their own reach the query side"),
    TWO_APPROVALS_ABOVE_PENCE("5000000", "Payments above this many pence need two approvals"),
    LIGHT_TOUCH_PENCE("66354000", "Threshold of the light-touch regime of procurement; £663,540 from 1 January 2026"),
    EFFORT_HOURS(
            EffortBudget.STANDARD,
            "Hours a bid may take without a reason, to awards of so many pounds; command side and pages alike"),
    LOG_KEY("", "File of the secret key that signs the log, made at first start; without one nothing is signed"),
    LOG_ORIGIN("localhost/log", "Name of the log from its first start on, such as grants.example.org/log"),
    WITNESSES("", "Witnesses the log is shown to: key, space, address; commas between them"),
    WITNESS_QUORUM("0", "Witnesses that must have signed a checkpoint before it is published"),
    REPLAYS_AT_ONCE("2", "Replays that are made at the same time; further ones wait"),
    CONTROL_TESTS_HOURS("24", "Hours between two runs of all control tests; 0 for never"),
    VERIFICATION_HOURS("24", "Hours between two verifications of the whole history; 0 for never");

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /** The name of the environment variable. */
    public String variable() {
        return "TALLYSTICK_" + name();
    }

    /** What holds where it is not set. */
    public String standard() {
        return standard;
    }

    /** What it is for, in a line. */
    public String meaning() {
        return meaning;
    }
}
