package org.tallystick.journeys;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks for pages and sends forms, as one person, and shows all that comes back: no redirect is followed. */
final class PlainBrowser {

    private static final String BOUNDARY = "tallystick-boundary-7c41";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String home;

    PlainBrowser(String home) {
        this.home = home;
    }

    /** What came back. */
    record Answer(int status, String location, String type, String body) {

        boolean redirect() {
            return status >= 300 && status < 400;
        }

        boolean html() {
            return type.startsWith("text/html");
        }
    }

    /** Logs in through the form. */
    PlainBrowser loggedInAs(String username) throws IOException, InterruptedException {
        String token = get("/log-in").body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        Answer answer = post(
                "/log-in", Map.of("username", List.of(username), "password", List.of("demo"), "_csrf", List.of(token)));
        if (answer.location().contains("/log-in")) {
            throw new IllegalStateException(username + " cannot log in.");
        }
        return this;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(home + path)).GET());
    }

    Answer post(String path, Map<String, List<String>> fields) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(home + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    /** With one file of these bytes in each field for files. */
    Answer postWithFile(String path, Map<String, List<String>> fields, List<String> fileFields, byte[] file)
            throws IOException, InterruptedException {
        List<byte[]> parts = new ArrayList<>();
        fields.forEach((name, values) -> values.forEach(value -> parts.add(part("\"" + name + "\"", value))));
        for (String name : fileFields) {
            parts.add(part("\"" + name + "\"; filename=\"bud<get>.csv\"", ""));
            byte[] last = parts.removeLast();
            parts.add(java.util.Arrays.copyOf(last, last.length - 2));
            parts.add(file);
            parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        parts.add(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(home + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(parts)));
    }

    private static byte[] part(String name, String value) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As a browser writes it; what begins with "%raw:" is sent as it stands. */
    static String encoded(Map<String, List<String>> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, values) ->
                values.forEach(value -> pairs.add(URLEncoder.encode(name, StandardCharsets.UTF_8)
                        + "="
                        + (value.startsWith(HostileValues.RAW)
                                ? value.substring(HostileValues.RAW.length())
                                : URLEncoder.encode(value, StandardCharsets.UTF_8)))));
        return String.join("&", pairs);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Location").orElse("").replace(home, ""),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }
}
