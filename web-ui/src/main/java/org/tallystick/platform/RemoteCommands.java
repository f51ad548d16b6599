package org.tallystick.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;

/** Commands to a command side in another process. */
record RemoteCommands(RemoteSide side) implements CommandPort {

    @Override
    public Receipt send(Command command, Actor actor, String idempotencyKey) {
        HttpRequest request = side.request("/api/commands/" + command.getClass().getSimpleName(), actor)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(command)))
                .build();
        try (InputStream answer = side.send(request)) {
            return Json.read(answer.readAllBytes(), Receipt.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
