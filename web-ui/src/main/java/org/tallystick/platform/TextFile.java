package org.tallystick.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A text file that comes with a form in its field "file". */
public final class TextFile {

    private static final int MOST_BYTES = 1 << 20;

    private TextFile() {}

    /** Its text; empty where there is none, or where it is too large, which is noted beside the field. */
    public static String read(@Nullable MultipartFile file, Form form) throws IOException {
        if (file == null || file.isEmpty()) {
            return "";
        }
        if (file.getSize() > MOST_BYTES) {
            form.refuse("file", "The file is larger than 1 MB, which is more than can be meant: is it the right one?");
            return "";
        }
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }
}
