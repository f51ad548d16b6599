package org.tallystick.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/** Lists as files for spreadsheets: UTF-8 with a mark, RFC 4180, and no cell that would be run as a formula. */
public final class Csv {

    private Csv() {}

    /**
     * Writes all pages of a list, one page in memory at a time.
     *
     * @param fileName what the browser saves it as
     * @param page asks for a page, counted from 1
     * @param row the cells of an item
     */
    public static <T> void write(
            HttpServletResponse response,
            String fileName,
            List<String> header,
            IntFunction<Paged<T>> page,
            java.util.function.Function<T, List<String>> row)
            throws IOException {
        Paged<T> first = page.apply(1);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\ufeff');
        line(out, header);
        for (T item : first.items()) {
            line(out, row.apply(item));
        }
        for (int number = 2; number <= first.lastPage(); number++) {
            for (T item : page.apply(number).items()) {
                line(out, row.apply(item));
            }
        }
        out.flush();
    }

    /** Pounds with pence and without signs, so that a spreadsheet can add them up: "-12450.67". */
    public static String pounds(long pence) {
        String sign = pence < 0 ? "-" : "";
        return sign + Math.abs(pence / 100) + "." + "%02d".formatted(Math.abs(pence % 100));
    }

    private static void line(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(CsvText.cell(cells.get(i)));
        }
        out.write("\r\n");
    }
}
