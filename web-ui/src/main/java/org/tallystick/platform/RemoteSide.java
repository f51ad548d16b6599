package org.tallystick.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** One side of the installation over HTTP, on behalf of the person who is logged in to the pages. */
final class RemoteSide {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;
    private final ActorTokens tokens;

    RemoteSide(String address, ActorTokens tokens) {
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.tokens = tokens;
    }

    HttpRequest.Builder request(String path, Actor actor) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        return actor.role() == Role.PUBLIC
                ? request
                : request.header("Authorization", "Bearer " + tokens.tokenFor(actor));
    }

    /** The answer's body; what the side refused is refused here in the same words. */
    InputStream send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() >= 400) {
                try (InputStream body = response.body()) {
                    throw rejection(body.readAllBytes());
                }
            }
            return response.body();
        } catch (IOException unreachable) {
            throw Rejection.of(Refusal.UNAVAILABLE, "A part of the service does not answer at the moment.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Rejection.of(Refusal.UNAVAILABLE, "The service is stopping.");
        }
    }

    private static Rejection rejection(byte[] body) {
        JsonNode problem = Json.mapper().readTree(body);
        String code = problem.path("code").asString("");
        Refusal refusal = Arrays.stream(Refusal.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElse(Refusal.UNAVAILABLE);
        return Rejection.of(
                refusal,
                problem.hasNonNull("field") ? problem.path("field").asString() : null,
                problem.path("detail").asString("The service could not answer."));
    }
}
