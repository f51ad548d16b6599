package org.tallystick.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks user names and passwords: of the fictional people in a demo, else of the file the operator keeps. */
public final class Logins implements AuthenticationProvider {

    /** The password of all fictional people. */
    public static final String DEMO_PASSWORD = "demo";

    /** What to do after too many wrong passwords. */
    public static final String MUST_WAIT = "There were too many wrong passwords. Wait half a minute, then try again.";

    private static final PasswordEncoder ENCODER = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    /** Checked where nobody has that name, so that the time taken does not tell. */
    private static final String NOBODY = Objects.requireNonNull(ENCODER.encode("nobody"));

    private final boolean demo;
    private final @Nullable Path file;
    private final WrongPasswords wrongByName;
    private final WrongPasswords wrongByAddress;
    private volatile Map<String, Login> byUsername = Map.of();
    private volatile @Nullable FileTime read;

    /** Those of the demo or of the file; the file is read again when it changes. */
    public Logins(Settings settings) {
        this(settings, InstantSource.system());
    }

    Logins(Settings settings, InstantSource clock) {
        this.wrongByName = new WrongPasswords(clock, WrongPasswords.FREE);
        this.wrongByAddress = new WrongPasswords(clock, WrongPasswords.FREE_FROM_AN_ADDRESS);
        this.demo = settings.demo();
        this.file = settings.has(Setting.LOGINS) ? Path.of(settings.get(Setting.LOGINS)) : null;
        refresh();
    }

    /** The hash to keep of a password. */
    public static String hash(String password) {
        return Objects.requireNonNull(ENCODER.encode(password));
    }

    /** The fictional people one may log in as; none outside a demo. */
    public List<Login> demoPeople() {
        return demo ? List.copyOf(refresh().values()) : List.of();
    }

    /** Everybody who is known here. */
    public List<Actor> people() {
        return refresh().values().stream().map(Login::actor).toList();
    }

    /** What to call a person on a page, where it is known here. */
    public Optional<String> nameOf(String personId) {
        return refresh().values().stream()
                .map(Login::actor)
                .filter(actor -> actor.personId().equals(personId))
                .map(Actor::name)
                .findFirst();
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "inside";
        if (wrongByName.mustWait(username) || wrongByAddress.mustWait(address)) {
            throw new LockedException(MUST_WAIT);
        }
        Login login = refresh().get(username);
        String password = String.valueOf(attempt.getCredentials());
        boolean right = ENCODER.matches(password, login == null ? NOBODY : login.passwordHash());
        if (login == null || !right) {
            wrongByName.wrong(username);
            wrongByAddress.wrong(address);
            throw new BadCredentialsException("The user name or the password is not right.");
        }
        // Whoever knows one password may still be guessing others: the address is not forgiven.
        wrongByName.right(username);
        return authenticated(login.actor());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    static Authentication authenticated(Actor actor) {
        return UsernamePasswordAuthenticationToken.authenticated(
                actor, null, AuthorityUtils.createAuthorityList("ROLE_" + actor.role()));
    }

    private Map<String, Login> refresh() {
        try {
            FileTime changed = file == null ? FileTime.fromMillis(0) : Files.getLastModifiedTime(file);
            if (!changed.equals(read)) {
                Map<String, Login> logins = new LinkedHashMap<>();
                if (demo) {
                    try (InputStream people =
                            Objects.requireNonNull(Logins.class.getResourceAsStream("/demo-logins.json"))) {
                        add(people.readAllBytes(), logins);
                    }
                }
                if (file != null) {
                    add(Files.readAllBytes(file), logins);
                }
                byUsername = Collections.unmodifiableMap(logins);
                read = changed;
            }
            return byUsername;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void add(byte[] json, Map<String, Login> logins) {
        for (Login login : Json.read(json, Login[].class)) {
            logins.put(login.username(), login);
        }
    }
}
