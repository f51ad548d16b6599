package org.tallystick.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The one endpoint of all commands: {@code POST /api/commands/{name}} with the command record as JSON. */
@ConditionalOnWebApplication
@RestController
public class CommandEndpoint {

    /** The largest request that is read, in bytes. */
    static final int MOST_BYTES = 1_048_576;

    private final CommandPort commands;

    CommandEndpoint(CommandPort commands) {
        this.commands = commands;
    }

    @PostMapping("/api/commands/{name}")
    Receipt send(
            @PathVariable String name,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        Class<? extends Command> type = Commands.named(name)
                .orElseThrow(
                        () -> Rejection.of(Refusal.NOT_FOUND, "There is no command " + Require.id(name, "name") + "."));
        Actor actor = ApiSecurity.actor();
        Access.require(actor, type);
        if (key == null || key.isBlank()) {
            throw Rejection.of(Refusal.KEY_MISSING, "Idempotency-Key", "The Idempotency-Key header is missing.");
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Rejection.of(Refusal.TOO_LARGE, "A command may have up to 1 MiB.");
        }
        return commands.send(Json.read(body, type), actor, key);
    }
}
