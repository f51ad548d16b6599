package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class LoginsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T21:00:00Z"));
    private final Logins logins = new Logins(demo(), now::get);
    private final String known = logins.demoPeople().getFirst().username();

    @Test
    void after_five_wrong_passwords_even_the_right_one_waits_half_a_minute() {
        guess(known, WrongPasswords.FREE);

        assertThatThrownBy(() -> logIn(known, Logins.DEMO_PASSWORD)).isInstanceOf(LockedException.class);
        pass(WrongPasswords.WAIT.toMillis() - 1);
        assertThatThrownBy(() -> logIn(known, Logins.DEMO_PASSWORD)).isInstanceOf(LockedException.class);
        pass(1);
        assertThat(logIn(known, Logins.DEMO_PASSWORD)).isTrue();
        guess(known, WrongPasswords.FREE - 1);
        assertThat(logIn(known, Logins.DEMO_PASSWORD)).isTrue();
    }

    @Test
    void each_further_guess_waits_again() {
        guess(known, WrongPasswords.FREE);
        pass(WrongPasswords.WAIT.toMillis());
        guess(known, 1);

        assertThatThrownBy(() -> logIn(known, "wrong")).isInstanceOf(LockedException.class);
    }

    @Test
    void a_name_nobody_has_is_treated_alike_and_holds_nobody_else_up() {
        guess("nobody-is-called-this", WrongPasswords.FREE);

        assertThatThrownBy(() -> logIn("nobody-is-called-this", "wrong")).isInstanceOf(LockedException.class);
        assertThat(logIn(known, Logins.DEMO_PASSWORD)).isTrue();
    }

    private void guess(String username, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> logIn(username, "wrong")).isInstanceOf(BadCredentialsException.class);
        }
    }

    private boolean logIn(String username, String password) {
        return logins.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password))
                .isAuthenticated();
    }

    private void pass(long millis) {
        now.updateAndGet(moment -> moment.plusMillis(millis));
    }

    private static Settings demo() {
        return Settings.read(Map.of(Setting.DEMO.variable(), "true")::get);
    }
}
