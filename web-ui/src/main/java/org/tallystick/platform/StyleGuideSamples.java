package org.tallystick.platform;

import java.util.List;
import java.util.stream.LongStream;
import org.springframework.ui.Model;

/** What the style guide shows; all made up, names of every length. */
final class StyleGuideSamples {

    /** Rows of the long list. */
    static final int MANY = 500;

    static final List<Option> FUNDS = List.of(
            Option.of("", "Choose a fund"),
            Option.of("north", "Northfield resettlement fund"),
            Option.of("south", "Pooled women's centre fund of the three authorities of the Wend valley"));
    static final List<Option> YEARS = List.of(Option.of("2026-27", "2026–27"), Option.of("2027-28", "2027–28"));
    static final List<Option> GROUPS = List.of(
            new Option("women", "Women", "Women-only services may be funded"),
            Option.of("young", "Young people aged 18 to 25"),
            Option.of("families", "Families of people in prison"));
    static final List<String> NEXT = List.of(
            "Northfield Council checks the bank details, by 27 November 2026.",
            "A second person approves the payment. You get an e-mail when that is done.",
            "The money arrives 3 working days later.");

    private static final String LONG_NAME =
            "The Wend Valley and District Association of Families and Friends of People Leaving Prison (Llanfairpwll)";
    private static final List<Tone> TONES = List.of(Tone.PLAIN, Tone.WAITING, Tone.GOOD, Tone.GAP, Tone.LATE);
    private static final String WHY = "/styleguide";

    /** One line of the list. */
    record SampleAward(String name, String place, long pence, String state, Tone tone, String due) {}

    private StyleGuideSamples() {}

    static void fill(Model model) {
        model.addAttribute("needs", needs());
        model.addAttribute("bar", bar());
        model.addAttribute("emptyBar", MoneyBar.ofFund("A fund that has received nothing yet", 0, 0, 0, 0, 0));
        model.addAttribute("burnDown", burnDown());
        model.addAttribute("timeline", timeline());
        model.addAttribute("beside", beside());
        model.addAttribute("rows", rows());
        model.addAttribute("next", NEXT);
        model.addAttribute("tones", Tone.values());
        model.addAttribute("action", new Link("Start a call", WHY));
    }

    static List<SampleAward> awards(Paging paging) {
        return LongStream.rangeClosed(paging.from(), paging.to())
                .mapToObj(StyleGuideSamples::award)
                .toList();
    }

    private static SampleAward award(long n) {
        Tone tone = TONES.get((int) (n % TONES.size()));
        String state = switch (tone) {
            case PLAIN -> "Closed";
            case WAITING -> "Waiting for a signature";
            case GOOD -> "Paid";
            case GAP -> "Cost not covered";
            case LATE -> "Payment failed";
            case PAST -> "As it was";
        };
        String name = n % 7 == 3 ? LONG_NAME : "Second Chance Kitchen " + n;
        return new SampleAward(name, "Wendbury", n * 123_457 % 9_000_000 + n % 3 * 50, state, tone, "22 Nov 2026");
    }

    private static List<Need> needs() {
        Link approve = new Link("Approve", WHY);
        return List.of(
                new Need("Pay £2,500 to " + LONG_NAME, "3 days late", true, new Link("Pay", WHY)),
                new Need("Approve the call “A place to stay on the day of release”", "due tomorrow", false, approve),
                new Need("Confirm the bank details of Second Chance Kitchen", "", false, new Link("Confirm", WHY)));
    }

    private static MoneyBar bar() {
        MoneyBar bar = MoneyBar.ofFund(
                "Northfield resettlement fund 2026–27", 41_250_000, 30_000_000, 12_450_067, 15_000_000, 21_299_933);
        return new MoneyBar(
                bar.title(), bar.parts().stream().map(part -> part.why(WHY)).toList());
    }

    private static LineChart burnDown() {
        return LineChart.burnDown(
                "Left in the Northfield resettlement fund, 2026–27",
                List.of("1 Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "31 Mar"),
                List.of(
                        120_000_000L,
                        118_500_000L,
                        112_000_000L,
                        98_000_000L,
                        91_250_000L,
                        90_000_000L,
                        84_000_050L,
                        78_750_000L));
    }

    private static List<TimelineEntry> timeline() {
        String asha = "Asha Rahman, governor, HMP Northfield";
        return List.of(
                new TimelineEntry(
                        "Payment of £2,500 failed",
                        "22 November 2026 at 2:05pm",
                        "Tom Ogden, payer, Northfield Council",
                        "The bank says the account is closed. I have asked the organisation for new details.",
                        WHY,
                        Tone.LATE),
                new TimelineEntry(
                        "£10,000 paid",
                        "1 October 2026 at 9:12am",
                        "Tom Ogden, payer, Northfield Council",
                        "",
                        WHY,
                        Tone.GOOD),
                new TimelineEntry(
                        "£1,800 of real cost is carried by the organisation",
                        "3 September 2026 at midday",
                        asha,
                        "The cap on overheads leaves this unfunded. We know it and say so.",
                        "",
                        Tone.GAP),
                new TimelineEntry(
                        "Award of £30,000 committed", "3 September 2026 at midday", asha, "", "", Tone.PLAIN));
    }

    private static Beside beside() {
        return new Beside(
                "Three bids beside one another",
                List.of("Second Chance Kitchen", LONG_NAME, "Wendbury Women's Centre"),
                List.of(
                        new Beside.Line("Asked for", List.of("£30,000.00", "£28,500.00", "£9,999.99"), true),
                        new Beside.Line("Length", List.of("36 months", "36 months", "36 months"), false),
                        new Beside.Line(
                                "Who it is for",
                                List.of("People leaving prison", "Families and friends", "Women on probation"),
                                false)));
    }

    private static List<Row> rows() {
        return List.of(
                new Row("Name", LONG_NAME, WHY, "Change"),
                new Row("Charity number", "GB-CHC-1234567", WHY, "Change"),
                new Row("Telephone", "", WHY, "Add"),
                Row.of("Registered", "22 November 2026"));
    }
}
