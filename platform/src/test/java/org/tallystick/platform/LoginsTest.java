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
import org.springframework.security.web.authentication.WebAuthenticationDetails;

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

    @Test
    void who_guesses_with_many_names_waits_too_and_nobody_elsewhere_does() {
        for (int i = 0; i < WrongPasswords.FREE_FROM_AN_ADDRESS; i++) {
            String name = "guessed-" + i;
            assertThatThrownBy(() -> logIn(name, "wrong", "192.0.2.1")).isInstanceOf(BadCredentialsException.class);
        }

        assertThatThrownBy(() -> logIn(known, Logins.DEMO_PASSWORD, "192.0.2.1"))
                .isInstanceOf(LockedException.class)
                .hasMessage("There were too many wrong passwords. Wait half a minute, then try again.");
        assertThat(logIn(known, Logins.DEMO_PASSWORD, "192.0.2.2")).isTrue();
        pass(WrongPasswords.WAIT.toMillis());
        assertThat(logIn(known, Logins.DEMO_PASSWORD, "192.0.2.1")).isTrue();
    }

    @Test
    void what_is_long_ago_counts_no_more() {
        guess(known, WrongPasswords.FREE - 1);
        pass(WrongPasswords.FORGOTTEN.toMillis() + 1);
        guess(known, 1);

        assertThat(logIn(known, Logins.DEMO_PASSWORD)).isTrue();
    }

    @Test
    void a_name_as_long_as_a_book_takes_no_room_and_waits_like_any_other() {
        String name = "x".repeat(1_000_000);
        guess(name, WrongPasswords.FREE);

        assertThatThrownBy(() -> logIn(name + "y", "wrong")).isInstanceOf(LockedException.class);
    }

    private void guess(String username, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> logIn(username, "wrong")).isInstanceOf(BadCredentialsException.class);
        }
    }

    private boolean logIn(String username, String password) {
        return logIn(username, password, "192.0.2.3");
    }

    private boolean logIn(String username, String password, String address) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(username, password);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        return logins.authenticate(attempt).isAuthenticated();
    }

    private void pass(long millis) {
        now.updateAndGet(moment -> moment.plusMillis(millis));
    }

    private static Settings demo() {
        return Settings.read(Map.of(Setting.DEMO.variable(), "true")::get);
    }
}
