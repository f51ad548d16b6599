package org.tallystick.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form that is too large, or of bytes that are no text, cannot be read by anything that would answer it on a page of
 * ours: the answer is a plain one.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableRequests extends OncePerRequestFilter {

    private static final String ANSWER = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>We could not read that – Tallystick</title></head>
            <body><main>
            <h1>We could not read that</h1>
            <p>What was sent is too large, or is not text in UTF-8. Nothing has been changed.</p>
            <p>Go back: what you typed is still there. A file must be smaller than 1 MB.</p>
            </main></body>
            </html>
            """;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadable) {
            if (response.isCommitted()) {
                throw unreadable;
            }
            response.reset();
            response.setStatus(unreadable.getErrorCode());
            response.setContentType("text/html;charset=utf-8");
            response.getOutputStream().write(ANSWER.getBytes(StandardCharsets.UTF_8));
        }
    }
}
