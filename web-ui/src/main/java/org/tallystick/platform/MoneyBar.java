package org.tallystick.platform;

import java.util.List;
import java.util.Locale;

/**
 * A sum and what has become of it, as a bar with its table (fragments/figures.html, moneyBar). Each part has its own
 * colour and its own pattern, and the table says in words what both mean.
 *
 * @param title what the sum is: "Northfield women's centre fund"
 * @param parts from the left; a part below zero is in the table but takes no room in the bar
 */
public record MoneyBar(String title, List<Part> parts) {

    /**
     * One part of the sum.
     *
     * @param name the term of the ledger
     * @param meaning the same in plain words
     * @param style ending of the style classes: paid, obligated, committed, set-aside, free or gap
     * @param pence how much
     * @param whyHref where it is explained, or empty
     */
    public record Part(String name, String meaning, String style, long pence, String whyHref) {

        /** The same part with a link to its explanation. */
        public Part why(String href) {
            return new Part(name, meaning, style, pence, href);
        }

        /** A small sample of colour and pattern, for the table. */
        public String swatch() {
            return "<svg class=\"tally-swatch\" aria-hidden=\"true\" focusable=\"false\">" + box("0", "100%", style)
                    + "</svg>";
        }
    }

    public MoneyBar {
        parts = List.copyOf(parts);
    }

    /** The five parts of a fund. */
    public static MoneyBar ofFund(
            String title,
            long paidPence,
            long obligatedPence,
            long committedPence,
            long setAsidePence,
            long freePence) {
        return new MoneyBar(
                title,
                List.of(
                        new Part("Paid", "has left the fund", "paid", paidPence, ""),
                        new Part("Obligated", "signed for, not yet paid", "obligated", obligatedPence, ""),
                        new Part("Committed", "decided, not yet signed", "committed", committedPence, ""),
                        new Part("Set aside", "kept for calls, not yet decided", "set-aside", setAsidePence, ""),
                        free(freePence)));
    }

    /** Below zero where a fund gives what is pledged to it before it has arrived. */
    private static Part free(long pence) {
        return pence < 0
                ? new Part("Ahead", "promised before it has arrived", "free", pence, "")
                : new Part("Free", "received, not promised to anybody", "free", pence, "");
    }

    /** The sum of all parts. */
    public long totalPence() {
        return parts.stream().mapToLong(Part::pence).sum();
    }

    /** In one sentence, for those who hear the page. */
    public String description() {
        return String.join(
                ", ",
                parts.stream()
                        .map(part -> part.name().toLowerCase(Locale.UK) + " " + MoneyText.say(part.pence()))
                        .toList());
    }

    /** The drawing; escaped, without inline styles. */
    public String svg() {
        long width = parts.stream().mapToLong(part -> Math.max(0, part.pence())).sum();
        StringBuilder svg = new StringBuilder(
                        "<svg class=\"tally-moneybar__svg\" role=\"img\" focusable=\"false\"><title>")
                .append(Svg.escape(title))
                .append("</title><desc>")
                .append(Svg.escape(description()))
                .append("</desc>");
        long from = 0;
        for (Part part : parts) {
            if (part.pence() > 0) {
                svg.append(box(Svg.percent(from, width), Svg.percent(part.pence(), width), part.style()));
                from += part.pence();
            }
        }
        return svg.append("<rect class=\"tally-frame\" x=\"0\" y=\"0\" width=\"100%\" height=\"100%\"/></svg>")
                .toString();
    }

    /** A colour, and over it the pattern of the same name, which the layout defines once for the whole page. */
    private static String box(String x, String width, String style) {
        String place = "\" x=\"" + x + "\" y=\"0\" width=\"" + width + "\" height=\"100%\"";
        return "<rect class=\"tally-part tally-fill-" + style + place + "/><rect class=\"tally-pattern" + place
                + " fill=\"url(#tally-pattern-" + style + ")\"/>";
    }
}
