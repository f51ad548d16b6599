package org.tallystick.platform;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The point of the past that somebody has every page show, from a replay, until they come back or log out.
 *
 * @param replayId the replay that answers
 * @param when which point it is, in words
 */
public record LookingBack(String replayId, String when) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String KEY = "org.tallystick.lookingBack";

    /** Where whoever asks looks; none for now. */
    public static Optional<LookingBack> current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        @Nullable Object there = request == null ? null : request.getAttribute(KEY, RequestAttributes.SCOPE_SESSION);
        return Optional.ofNullable(there).map(LookingBack.class::cast);
    }

    /** Has every page show this from now on. */
    public void begin() {
        RequestContextHolder.currentRequestAttributes().setAttribute(KEY, this, RequestAttributes.SCOPE_SESSION);
    }

    /** Has every page show now again. */
    public static void end() {
        RequestContextHolder.currentRequestAttributes().removeAttribute(KEY, RequestAttributes.SCOPE_SESSION);
    }
}
