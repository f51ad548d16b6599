package org.tallystick.history;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.platform.Rows;

/**
 * The published log for programs, as C2SP {@code tlog-tiles} has it. Open to anyone: leaves name what is in events by
 * hash only.
 */
@RestController
public final class LogEndpoint {

    private static final String PREFIX = "/log/";
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain; charset=utf-8");

    private final PublishedLog log;

    /** Over what is published. */
    public LogEndpoint(PublishedLog log) {
        this.log = log;
    }

    @GetMapping(PREFIX + "checkpoint")
    ResponseEntity<String> checkpoint() {
        String note = log.newest().map(CheckpointView::note).orElseThrow(() -> Rows.notFound("checkpoint"));
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic())
                .body(note);
    }

    /** Never changes, so it may be kept for ever. */
    @GetMapping(PREFIX + "tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        Optional<Tile> tile = Tile.at(
                request.getRequestURI().substring(request.getContextPath().length() + PREFIX.length()));
        byte[] bytes = tile.flatMap(log::tile).orElseThrow(() -> Rows.notFound("tile"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(bytes);
    }
}
