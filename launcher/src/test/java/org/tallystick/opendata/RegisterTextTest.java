package org.tallystick.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTextTest {

    private static final String TEXT = "£5 for the café “Ŵyre” 😀\n".repeat(10_000);

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, EFBBBF", "UTF-16BE, FEFF", "UTF-16LE, FFFE"})
    void text_comes_back_in_every_encoding_it_may_be_in(String charset, String mark) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(HexFormat.of().parseHex(mark));
        bytes.write(TEXT.getBytes(Charset.forName(charset)));
        try (RegisterText text = new RegisterText(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(all(text)).isEqualTo(TEXT);
            assertThat(text.strayBytes()).isZero();
            assertThat(text.bytesRead()).isEqualTo(bytes.size());
        }
    }

    @Test
    void what_is_not_utf_8_is_read_as_windows_1252_byte_by_byte() throws IOException {
        String windows = "£5 for the café “x” €";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(windows.getBytes(Charset.forName("windows-1252")));
        bytes.write(" and café £".getBytes(StandardCharsets.UTF_8));
        try (RegisterText text = new RegisterText(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(all(text)).isEqualTo(windows + " and café £");
            assertThat(text.strayBytes()).isEqualTo(5);
        }
    }

    @Test
    void a_character_broken_off_by_the_end_of_the_file_is_not_lost() throws IOException {
        try (RegisterText text = new RegisterText(new ByteArrayInputStream(new byte[] {'a', (byte) 0xC3}))) {
            assertThat(all(text)).isEqualTo("aÃ");
        }
    }

    @Test
    void an_empty_file_has_no_characters() throws IOException {
        try (RegisterText text = new RegisterText(new ByteArrayInputStream(new byte[0]))) {
            assertThat(all(text)).isEmpty();
        }
    }

    private static String all(RegisterText text) throws IOException {
        StringBuilder all = new StringBuilder();
        char[] some = new char[777];
        for (int count = text.read(some, 0, some.length); count >= 0; count = text.read(some, 0, some.length)) {
            all.append(some, 0, count);
        }
        return all.toString();
    }
}
