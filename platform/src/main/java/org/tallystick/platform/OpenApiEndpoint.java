package org.tallystick.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/openapi.json}: the interface as it is in this very version, for tools and for anyone. */
@ConditionalOnWebApplication
@RestController
public class OpenApiEndpoint {

    private final byte[] document = Json.mapper().writeValueAsBytes(OpenApiDocument.create());

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return document.clone();
    }
}
