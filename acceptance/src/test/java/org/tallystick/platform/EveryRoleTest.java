package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every command and every query, as every role and as nobody: the table of access is what the service does. */
class EveryRoleTest {

    private final RunningTallystick tallystick = RunningTallystick.shared();

    @Test
    void a_command_is_taken_from_the_roles_of_the_table_and_refused_to_all_others() {
        List<String> wrong = new ArrayList<>();
        Commands.all().forEach((name, type) -> {
            for (Role role : Role.values()) {
                // An empty record never gets further than the check of its fields.
                String code = tallystick
                        .command(name, "{}", actor(role), "every-role")
                        .code();
                boolean refused = code.equals("not-allowed") || code.equals("not-logged-in");
                if (refused == Access.rolesOf(type).contains(role)) {
                    wrong.add(name + " as " + role + ": " + code);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_query_is_answered_to_the_roles_of_the_table_and_refused_to_all_others() {
        List<String> wrong = new ArrayList<>();
        Resources.all().forEach((type, path) -> {
            for (Role role : Role.values()) {
                String code = tallystick
                        .get(
                                path.replace("{subject}", "fund")
                                        .replaceAll("\\{[a-z]*[pP]osition\\}", "1")
                                        .replaceAll("\\{\\w+\\}", "nothing-has-this-id"),
                                actor(role))
                        .code();
                boolean refused = code.equals("not-allowed") || code.equals("not-logged-in");
                if (refused == Access.rolesOf(type).contains(role)) {
                    wrong.add(path + " as " + role + ": " + code);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobody_without_credentials_gets_further_than_what_is_public() {
        assertThat(tallystick.get("/api/organisations", Actor.ANYONE).status()).isEqualTo(200);
        assertThat(tallystick.get("/api/events", Actor.ANYONE).status()).isEqualTo(401);
        assertThat(tallystick.get("/api/nothing-of-that-name", Actor.ANYONE).status())
                .isEqualTo(404);
    }

    @Test
    void a_token_that_was_altered_is_refused() {
        String token = tallystick.part(ActorTokens.class).tokenFor(actor(Role.AUDITOR));
        var request = tallystick
                .request("/api/events", Actor.ANYONE)
                .header("Authorization", "Bearer " + token.substring(0, token.length() - 4) + "AAAA")
                .build();
        assertThat(tallystick.send(request).code()).isEqualTo("not-logged-in");
    }

    private static Actor actor(Role role) {
        return role == Role.PUBLIC ? Actor.ANYONE : new Actor("p-1", "", role, "GB-CHC-9100001", "");
    }
}
