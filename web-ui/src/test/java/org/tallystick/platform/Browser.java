package org.tallystick.platform;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person's browser: cookies, redirects, and the token of the last page it saw. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    private final int port;
    private final String origin;
    private String token = "none";

    /** A browser on this machine. */
    public Browser(int port) {
        this.port = port;
        this.origin = "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    /** Opens a page. */
    public HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).GET());
    }

    /** Downloads a file. */
    public byte[] file(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path)).build();
        return http.send(request, BodyHandlers.ofByteArray()).body();
    }

    /** Sends a form with the token of the page last seen. */
    HttpResponse<String> send(String path, Map<String, String> fields, String site)
            throws IOException, InterruptedException {
        return send(path, fields.entrySet().stream(), site);
    }

    /** Sends a form from one of our pages. */
    public HttpResponse<String> send(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(path, fields, "same-origin");
    }

    /** Sends a form in which several boxes of one name are ticked. */
    public HttpResponse<String> send(String path, Map<String, String> fields, String name, List<String> ticked)
            throws IOException, InterruptedException {
        Stream<Map.Entry<String, String>> boxes = ticked.stream().map(value -> Map.entry(name, value));
        return send(path, Stream.concat(fields.entrySet().stream(), boxes), "same-origin");
    }

    private HttpResponse<String> send(String path, Stream<Map.Entry<String, String>> fields, String site)
            throws IOException, InterruptedException {
        String body = fields.map(
                        field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString(body + "&_csrf=" + token)));
    }

    /** Sends a form with a file, in the field "file", with the token of the page last seen. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, String file)
            throws IOException, InterruptedException {
        String boundary = "a-boundary-between-the-parts";
        StringBuilder body = new StringBuilder();
        Map<String, String> all = new java.util.LinkedHashMap<>(fields);
        all.put("_csrf", token);
        all.forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        body.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"budget.csv\"\r\n"
                        .formatted(boundary))
                .append("Content-Type: text/csv\r\n\r\n")
                .append(file)
                .append("\r\n--%s--\r\n".formatted(boundary));
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    HttpResponse<String> logIn() throws IOException, InterruptedException {
        return logIn("asha");
    }

    /** Logs in as one of {@link PagesAlone#PEOPLE}. */
    public HttpResponse<String> logIn(String username) throws IOException, InterruptedException {
        open("/log-in");
        return send("/log-in", Map.of("username", username, "password", PagesAlone.PASSWORD));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
        Matcher matcher = TOKEN.matcher(response.body());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        return response;
    }
}
