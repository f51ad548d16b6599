package org.tallystick.history;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tallystick.history.HistoryQuery.CheckpointView;
import org.tallystick.platform.Access;
import org.tallystick.platform.ApiSecurity;
import org.tallystick.platform.Rows;

/**
 * The published log for programs, as C2SP {@code tlog-tiles} has it. Checkpoints and hashes are open to anyone. Leaves
 * say what is in events by hash only, but also what kind of step was taken about which id and when: an applicant could
 * read there how its bid was decided before all are told. So bundles of them are for those who may read the log.
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

    /** Never changes, so whoever may see it may keep it for ever. */
    @GetMapping(PREFIX + "tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length() + PREFIX.length());
        Tile tile = Tile.at(path).orElseThrow(() -> Rows.notFound("tile"));
        CacheControl kept = CacheControl.maxAge(Duration.ofDays(365)).immutable();
        if (tile.level() == Tile.ENTRIES) {
            Access.require(ApiSecurity.actor(), HistoryQuery.Events.class);
            kept = kept.cachePrivate();
        }
        byte[] bytes = log.tile(tile).orElseThrow(() -> Rows.notFound("tile"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(kept)
                .body(bytes);
    }
}
