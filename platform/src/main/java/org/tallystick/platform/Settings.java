package org.tallystick.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.call.EffortBudget;
import org.tallystick.history.NoteKey;

/** The settings of this process, all checked before anything starts. */
public final class Settings {

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    private Settings() {}

    /**
     * Reads and checks all settings.
     *
     * @param lookup the value of an environment variable, null where it is not set
     * @throws SettingsFault with a sentence for each fault
     */
    public static Settings read(Function<String, @Nullable String> lookup) {
        Settings settings = new Settings();
        for (Setting setting : Setting.values()) {
            String value = lookup.apply(setting.variable());
            settings.values.put(setting, value == null || value.isBlank() ? setting.standard() : value.strip());
        }
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new SettingsFault(faults);
        }
        return settings;
    }

    /** Its value as a text. */
    public String get(Setting setting) {
        return values.getOrDefault(setting, "");
    }

    /** Whether it has a value. */
    public boolean has(Setting setting) {
        return !get(setting).isEmpty();
    }

    /** Its value as a whole number. */
    public long number(Setting setting) {
        return Long.parseLong(get(setting));
    }

    /** What a bid may take without a reason. */
    public EffortBudget effortBudget() {
        return EffortBudget.of(get(Setting.EFFORT_HOURS));
    }

    /** Whom the log is shown to. */
    public List<WitnessAddress> witnesses() {
        return WitnessAddress.list(get(Setting.WITNESSES));
    }

    /** Whether fictional people may log in. */
    public boolean demo() {
        return Boolean.parseBoolean(get(Setting.DEMO));
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        whole(Setting.PORT, 0, 65_535, faults);
        whole(Setting.TWO_APPROVALS_ABOVE_PENCE, 0, Require.MAXIMUM_PENCE, faults);
        whole(Setting.LIGHT_TOUCH_PENCE, 0, Require.MAXIMUM_PENCE, faults);
        EffortBudget.faultsOf(get(Setting.EFFORT_HOURS))
                .forEach(problem -> faults.add(fault(Setting.EFFORT_HOURS, problem)));
        whole(Setting.REPLAYS_AT_ONCE, 1, 10, faults);
        log(faults);
        if (!get(Setting.DEMO).matches("true|false")) {
            faults.add(fault(Setting.DEMO, "must be true or false"));
        }
        if (has(Setting.DB_URL) && !get(Setting.DB_URL).startsWith("jdbc:postgresql:")) {
            faults.add(fault(Setting.DB_URL, "must start with jdbc:postgresql:"));
        }
        if (has(Setting.LOGINS) && !Files.isReadable(Path.of(get(Setting.LOGINS)))) {
            faults.add(fault(Setting.LOGINS, "names a file that cannot be read"));
        }
        if (has(Setting.INTERNAL_SECRET) && get(Setting.INTERNAL_SECRET).length() < 32) {
            faults.add(fault(Setting.INTERNAL_SECRET, "must have at least 32 characters"));
        }
        for (Setting url : List.of(Setting.OIDC_ISSUER, Setting.COMMAND_SIDE_URL, Setting.QUERY_SIDE_URL)) {
            if (has(url) && !isHttp(get(url))) {
                faults.add(fault(url, "must be an http or https address"));
            }
        }
        if (has(Setting.OIDC_CLIENT_ID) && !has(Setting.OIDC_ISSUER)) {
            faults.add(fault(Setting.OIDC_CLIENT_ID, "needs " + Setting.OIDC_ISSUER.variable() + " too"));
        }
        if (demo() && !isLoopback(get(Setting.ADDRESS))) {
            faults.add(
                    fault(Setting.ADDRESS, "must be a loopback address, since fictional people can log in to a demo"));
        }
        return faults;
    }

    private void log(List<String> faults) {
        if (!NoteKey.isName(get(Setting.LOG_ORIGIN))) {
            faults.add(fault(Setting.LOG_ORIGIN, "must be one word without a plus, such as grants.example.org/log"));
        }
        Path folder = Path.of(get(Setting.LOG_KEY)).toAbsolutePath().getParent();
        if (has(Setting.LOG_KEY) && (folder == null || !Files.isDirectory(folder))) {
            faults.add(fault(Setting.LOG_KEY, "must name a file in a folder that is there"));
        }
        try {
            whole(Setting.WITNESS_QUORUM, 0, witnesses().size(), faults);
        } catch (IllegalArgumentException unreadable) {
            faults.add(fault(Setting.WITNESSES, "cannot be read: " + unreadable.getMessage()));
        }
    }

    private void whole(Setting setting, long least, long most, List<String> faults) {
        try {
            long value = Long.parseLong(get(setting));
            if (value >= least && value <= most) {
                return;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        faults.add(fault(setting, "must be a whole number from " + least + " to " + most));
    }

    private static String fault(Setting setting, String problem) {
        return setting.variable() + " " + problem + ".";
    }

    private static boolean isHttp(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
