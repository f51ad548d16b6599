package org.tallystick.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** A file as a response, whose head is written with its first bytes, so that a refusal before them can still be one. */
final class FileDownload extends OutputStream {

    private final HttpServletResponse response;
    private final StreamedQuery query;
    private boolean begun;

    FileDownload(HttpServletResponse response, StreamedQuery query) {
        this.response = response;
        this.query = query;
    }

    boolean begun() {
        return begun;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        begin();
        response.getOutputStream().write(bytes, from, length);
    }

    @Override
    public void close() {
        begin();
    }

    private void begin() {
        if (!begun) {
            begun = true;
            response.setContentType(query.mediaType());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + query.fileName() + "\"");
        }
    }
}
