package org.tallystick.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Everything in this process, as a demo starts it but without data: one for all tests of this module. */
public final class RunningTallystick implements AutoCloseable {

    private static @Nullable RunningTallystick shared;

    private final ConfigurableApplicationContext context;
    private final Map<String, Object> settings;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningTallystick(Map<String, Object> settings) {
        this.settings = settings;
        this.context = Processes.ALL.start(settings);
    }

    /** A further process over the same database, with some settings of its own; whoever starts it closes it. */
    public RunningTallystick another(Map<String, String> otherwise) {
        Map<String, Object> own = new HashMap<>(settings);
        own.putAll(otherwise);
        return new RunningTallystick(own);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Starts it when it is first asked for; it ends with this process. */
    public static synchronized RunningTallystick shared() {
        if (shared == null) {
            try {
                Installation installation = Installation.toServe(Files.createTempDirectory("tallystick-test-"));
                Runtime.getRuntime().addShutdownHook(new Thread(installation::closeAndDelete));
                Map<String, Object> settings = new HashMap<>(installation.settings());
                settings.put(Setting.PORT.variable(), "0");
                settings.put(Setting.DEMO.variable(), "true");
                settings.put("logging.level.root", "WARN");
                HistoryMigration.run(Settings.read(name -> settings.get(name) instanceof String value ? value : null));
                shared = new RunningTallystick(settings);
                GenericEventMessage.clock = shared.clock();
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }
        return shared;
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        String address = Addresses.of(context);
        return address.substring(0, address.length() - 1);
    }

    /** Says what time it is, to commands, deadlines, events and pages alike; it can be told another time. */
    public DemoClock clock() {
        return (DemoClock) part(Clock.class);
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of it of that type. */
    public <T> Collection<T> parts(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** A request to it on behalf of somebody; the public sends no token. */
    public HttpRequest.Builder request(String path, Actor actor) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        return actor.role() == Role.PUBLIC
                ? request
                : request.header(
                        "Authorization", "Bearer " + part(ActorTokens.class).tokenFor(actor));
    }

    /** Sends a command as JSON. */
    public Answer command(String name, String json, Actor actor, String key) {
        return send(request("/api/commands/" + name, actor)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Reads a resource. */
    public Answer get(String path, Actor actor) {
        return send(request(path, actor).GET().build());
    }

    /** Sends a request and reads the answer. */
    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What came back. */
    public record Answer(int status, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            return Json.mapper().readTree(body);
        }

        /** The refusal's code; empty where nothing was refused. */
        public String code() {
            return status < 400 ? "" : json().path("code").asString("");
        }
    }
}
