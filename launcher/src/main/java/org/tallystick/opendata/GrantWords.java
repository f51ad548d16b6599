package org.tallystick.opendata;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.opendata.GrantFields.Cell;

/** What a row says of a grant beside who, when and how much: none of it can refuse the row. */
record GrantWords(
        String title,
        String description,
        @Nullable String programme,
        @Nullable Boolean fromOpenCall,
        @Nullable String regrantType,
        @Nullable String url) {

    /** Reads them; the grant's identifier stands for a title that is missing. */
    static GrantWords read(String id, GrantFields fields) {
        Findings findings = fields.findings();
        String openCall = fields.code("fromOpenCall");
        String regrant = fields.code("regrantType");
        Cell url = fields.own("url");
        return new GrantWords(
                title(id, fields),
                description(fields),
                programme(fields),
                openCall == null ? null : findings.take("fromOpenCall", PublishedCodes.yesOrNo(openCall), openCall),
                regrant == null ? null : findings.take("regrantType", PublishedCodes.regrant(regrant), regrant),
                url == null ? null : PublishedText.url(url.text(), "url", findings));
    }

    private static String title(String id, GrantFields fields) {
        Findings findings = fields.findings();
        Cell cell = fields.own("title");
        String title =
                cell == null ? "" : PublishedText.line(cell.text(), "title", PublishedText.TITLE_LENGTH, findings);
        if (title.isEmpty()) {
            findings.warn("title", "The title is missing: the identifier stands for it.", null);
            return "Grant " + id;
        }
        return title;
    }

    private static String description(GrantFields fields) {
        Cell cell = fields.own("description");
        if (cell == null) {
            fields.findings().warn("description", "The description is missing.", null);
            return "";
        }
        return PublishedText.prose(cell.text(), "description", PublishedText.DESCRIPTION_LENGTH, fields.findings());
    }

    private static @Nullable String programme(GrantFields fields) {
        Findings findings = fields.findings();
        List<Map<String, Cell>> programmes = fields.group(GrantFields.PROGRAMME);
        if (programmes.isEmpty()) {
            return null;
        }
        if (programmes.size() > 1) {
            findings.warn("grantProgramme", "There are several programmes: the first is taken.", null);
        }
        Map<String, Cell> first = programmes.getFirst();
        Cell cell = first.containsKey("title") ? first.get("title") : first.get("code");
        String name = cell == null
                ? ""
                : PublishedText.line(cell.text(), "grantProgramme/title", PublishedText.NAME_LENGTH, findings);
        return name.isEmpty() ? null : name;
    }
}
