package org.tallystick.platform;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the reference. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    /** Starts a page with its title and what it is. */
    Markdown(String title, String about) {
        text.append("# ").append(title).append("\n\n");
        text.append("<!-- Written by ./tallystick reference; a test fails where it is stale. -->\n\n");
        paragraph(about);
    }

    /** A section; nothing where there is no text. */
    Markdown section(String title) {
        text.append("## ").append(title).append("\n\n");
        return this;
    }

    /** A part of a section. */
    Markdown part(String title) {
        text.append("### ").append(title).append("\n\n");
        return this;
    }

    /** A paragraph, unless it is empty. */
    Markdown paragraph(String words) {
        if (!words.isBlank()) {
            text.append(words).append("\n\n");
        }
        return this;
    }

    /** A fenced block. */
    Markdown block(String language, String content) {
        text.append("```").append(language).append('\n').append(content.strip()).append("\n```\n\n");
        return this;
    }

    /** A table, unless it has no rows. */
    Markdown table(List<String> head, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            row(head);
            row(head.stream().map(_ -> "---").toList());
            rows.forEach(this::row);
            text.append('\n');
        }
        return this;
    }

    private void row(List<String> cells) {
        text.append(cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Words as code. */
    static String code(String words) {
        return "`" + words + "`";
    }

    /** The roles that may, in words. */
    static String roles(Class<?> message) {
        Stream<Role> roles = Access.rolesOf(message).stream().sorted();
        return Access.rolesOf(message).size() == Role.values().length
                ? "anyone"
                : roles.map(Role::words).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
