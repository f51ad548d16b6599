package org.tallystick.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A form that comes a second time just as it was gets the answer it got: whoever clicks twice reads that it was done,
 * and not that it no longer fits. Kept in the session, for the last few forms; that nothing is done twice is what the
 * command side sees to.
 */
class SentBefore implements HandlerInterceptor, WebMvcConfigurer {

    private static final String ATTRIBUTE = "org.tallystick.sent-before";
    private static final int MOST = 50;

    /** What the next page says; between it and the address there is what neither can have. */
    private static final String DONE = "done";

    private static final String DIVIDER = "\n";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<String> answer = form(request).map(form -> answers(request).get(form));
        if (answer.isPresent()) {
            String[] parts = answer.get().split(DIVIDER, 2);
            RequestContextUtils.getOutputFlashMap(request).put(DONE, parts[1]);
            RequestContextUtils.saveOutputFlashMap(parts[0], request, response);
            response.sendRedirect(parts[0]);
        }
        return answer.isEmpty();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        String next = response.getHeader("Location");
        if (next != null && response.getStatus() == HttpServletResponse.SC_FOUND) {
            Object done = RequestContextUtils.getOutputFlashMap(request).getOrDefault(DONE, "");
            form(request).ifPresent(form -> remember(request.getSession(), form, next + DIVIDER + done));
        }
    }

    private static void remember(HttpSession session, String form, String next) {
        // Never changed in place: another request of the session may be reading it.
        LinkedHashMap<String, String> answers = new LinkedHashMap<>(answers(session));
        answers.put(form, next);
        if (answers.size() > MOST) {
            answers.pollFirstEntry();
        }
        session.setAttribute(ATTRIBUTE, answers);
    }

    private static Map<String, String> answers(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Map.of() : answers(session);
    }

    private static Map<String, String> answers(HttpSession session) {
        Map<String, String> all = new LinkedHashMap<>();
        if (session.getAttribute(ATTRIBUTE) instanceof Map<?, ?> known) {
            known.forEach((form, next) -> all.put(String.valueOf(form), String.valueOf(next)));
        }
        return all;
    }

    /** What tells a form from any other; nothing for what has no key, or brings a file, which is not looked into. */
    private static Optional<String> form(HttpServletRequest request) {
        String key = request.getParameter("key");
        String type = String.valueOf(request.getContentType());
        if (!request.getMethod().equals("POST") || key == null || key.isBlank() || type.startsWith("multipart")) {
            return Optional.empty();
        }
        Map<String, String> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, Arrays.toString(values)));
        fields.remove("_csrf");
        String all = request.getRequestURI() + fields;
        return Optional.of(
                UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
