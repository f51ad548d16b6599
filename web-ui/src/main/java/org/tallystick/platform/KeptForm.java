package org.tallystick.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody typed into a form when their log-in had run out: kept for their session, shown to them after they
 * have logged in again, and sent only when they say so.
 *
 * @param path where the form was going
 * @param fields as typed, without passwords and tokens
 */
public record KeptForm(String path, List<Field> fields) implements Serializable {

    /** One field; a name may come several times. */
    public record Field(String name, String value) implements Serializable {}

    static final String ATTRIBUTE = "org.tallystick.kept-form";

    /** What our forms carry along unseen. */
    private static final Set<String> OURS = Set.of(Deeds.KEY, Deeds.FROM, "readVersion", "step");

    private static final int MOST_CHARACTERS = 200_000;

    /** What is kept in a session. */
    static Optional<KeptForm> in(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof KeptForm kept ? Optional.of(kept) : Optional.empty();
    }

    /** Keeps what a request brought, unless another site sent it, it is log-in itself, or it is far too much. */
    static boolean keep(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !fromOurPages(request) || byScript(request)) {
            return false;
        }
        List<Field> fields = fieldsOf(request);
        int size = fields.stream()
                .mapToInt(f -> f.name().length() + f.value().length())
                .sum();
        if (fields.isEmpty() || size > MOST_CHARACTERS) {
            return false;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        request.getSession(true).setAttribute(ATTRIBUTE, new KeptForm(path, List.copyOf(fields)));
        return true;
    }

    /** What a request brought, without passwords and tokens. */
    private static List<Field> fieldsOf(HttpServletRequest request) {
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_") && !name.toLowerCase(Locale.ROOT).contains("password")) {
                for (String value : values) {
                    fields.add(new Field(name, value));
                }
            }
        });
        return fields;
    }

    /** What somebody typed or chose in a form; nothing where none was sent. */
    static List<Field> typed(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                ? fieldsOf(request).stream()
                        .filter(field -> !field.value().isBlank())
                        .filter(field ->
                                !OURS.contains(field.name()) && !field.name().startsWith("rows-"))
                        .toList()
                : List.of();
    }

    /** What a script sends while somebody types is no form that they sent. */
    private static boolean byScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate");
    }

    /** Browsers say where a form comes from; without that we cannot know, and keep nothing. */
    private static boolean fromOurPages(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && origin.endsWith("://" + request.getHeader("Host"));
    }
}
