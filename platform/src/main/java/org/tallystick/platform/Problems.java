package org.tallystick.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

/**
 * Refusals as problem details (RFC 9457) with a stable code, a sentence, what to do, and the field where one is at
 * fault.
 */
@ConditionalOnWebApplication
@RestControllerAdvice(annotations = RestController.class)
public class Problems {

    private static final Logger LOGGER = LoggerFactory.getLogger(Problems.class);

    /** A refusal as its problem. */
    @ExceptionHandler
    public ResponseEntity<Map<String, Object>> refused(Rejection rejection) {
        return ResponseEntity.status(rejection.refusal().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(rejection));
    }

    /** JSON that cannot be read. */
    @ExceptionHandler
    public ResponseEntity<Map<String, Object>> malformed(JacksonException problem) {
        return refused(Json.rejection(problem));
    }

    /** What the framework refuses itself, such as a method that is not offered; anything else is a fault of ours. */
    @ExceptionHandler
    public ResponseEntity<Map<String, Object>> other(Exception problem) throws IOException {
        if (problem instanceof IOException broken) {
            throw broken;
        }
        if (problem instanceof ErrorResponse answer && answer.getStatusCode().is4xxClientError()) {
            int status = answer.getStatusCode().value();
            Refusal refusal = status == HttpStatus.NOT_FOUND.value() ? Refusal.NOT_FOUND : Refusal.MALFORMED;
            Rejection rejection = Rejection.of(refusal, "This address does not take such a request.");
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body(rejection));
        }
        if (problem instanceof InvalidParameterException) {
            return refused(Rejection.of(Refusal.MALFORMED, "The address is not written in UTF-8."));
        }
        LOGGER.error("A request failed", problem);
        return refused(Rejection.of(Refusal.UNAVAILABLE, "Something went wrong here; it has been noted."));
    }

    /** Writes a refusal where no controller is reached, as in a security filter. */
    public static void write(HttpServletResponse response, Rejection rejection) throws IOException {
        response.setStatus(rejection.refusal().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(body(rejection)));
    }

    private static Map<String, Object> body(Rejection rejection) {
        Refusal refusal = rejection.refusal();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", refusal.code());
        body.put("status", refusal.status());
        body.put("code", refusal.code());
        body.put("detail", rejection.sentence());
        body.put("whatToDo", refusal.whatToDo());
        rejection.field().ifPresent(field -> body.put("field", field));
        return body;
    }
}
