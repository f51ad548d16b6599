package org.tallystick.award;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.award.AwardQuery.AwardSummary;
import org.tallystick.award.AwardQuery.Awards;
import org.tallystick.fund.FundQuery;
import org.tallystick.platform.Csv;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Words;

/** The list of awards that somebody may see. */
@Page
class AwardPages {

    private static final int ORDER = 20;
    private static final int MOST_FUNDS = 100;

    private final Sides sides;
    private final Words words;

    AwardPages(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @Bean
    static NavigationItem awardsNavigation() {
        return new NavigationItem(
                ORDER,
                "Awards",
                "/awards",
                EnumSet.of(
                        Role.GOVERNOR,
                        Role.COMMISSIONER,
                        Role.PAYER,
                        Role.AUDITOR,
                        Role.APPLICANT_LEAD,
                        Role.APPLICANT_MEMBER));
    }

    /** An award in the list. */
    record Line(AwardSummary award, StateTag state) {
        static Line of(AwardSummary award) {
            return new Line(award, AwardWords.state(award.state()));
        }
    }

    /** What a list was asked for, as it stands in the address. */
    record Asked(String q, String fund, String recipient, String state) {

        Awards query(@Nullable AwardState only, int page, int size) {
            return new Awards(orNull(q), orNull(fund), null, orNull(recipient), only, page, size);
        }

        Optional<AwardState> only() {
            return Arrays.stream(AwardState.values())
                    .filter(one -> one.name().equals(state))
                    .findFirst();
        }

        String address(String path) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            address.queryParam("q", "{q}").queryParam("fund", "{fund}");
            address.queryParam("recipient", "{recipient}").queryParam("state", "{state}");
            return address.encode().buildAndExpand(q, fund, recipient, state).toUriString();
        }

        private static @Nullable String orNull(String text) {
            return text.isBlank() ? null : text.strip();
        }
    }

    @GetMapping("/awards")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String fund,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") int size,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        Asked asked = new Asked(q, fund, recipient, state);
        Paged<AwardSummary> found = sides.ask(
                asked.query(asked.only().orElse(null), Math.max(1, page), Math.clamp(size, 0, Paged.MOST)), after);
        model.addAttribute("asked", asked);
        model.addAttribute("lines", found.items().stream().map(Line::of).toList());
        model.addAttribute("paging", new Paging(found.page(), found.size(), found.total()));
        model.addAttribute("states", states(asked));
        model.addAttribute("funds", funds());
        model.addAttribute("csv", asked.address("/awards.csv"));
        model.addAttribute("mayAward", sides.may(AwardCommand.CommitAward.class));
        model.addAttribute("filtered", !(q + fund + recipient + state).isBlank());
        return "award/list";
    }

    @GetMapping("/awards.csv")
    void csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String fund,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        Asked asked = new Asked(q, fund, recipient, state);
        Csv.write(
                response,
                "awards.csv",
                List.of(
                        "Award",
                        "Title",
                        "Organisation",
                        "Organisation id",
                        "Funder",
                        "Fund",
                        "State",
                        "Awarded on",
                        "Awarded",
                        "Paid"),
                page -> sides.ask(asked.query(asked.only().orElse(null), page, Paged.MOST)),
                AwardPages::cells);
    }

    static List<String> cells(AwardSummary award) {
        return List.of(
                award.awardId(),
                award.title(),
                award.recipientName(),
                award.recipient(),
                award.funderName(),
                award.fundName(),
                AwardWords.state(award.state()).text(),
                award.awardedOn().toString(),
                Csv.pounds(award.awardedPence()),
                Csv.pounds(award.paidPence()));
    }

    /** Every state with how many awards are in it, among those that match the rest. */
    private List<Option> states(Asked asked) {
        return Option.ofStates(
                List.of(AwardState.values()),
                asked.state(),
                AwardWords::state,
                one -> sides.ask(asked.query(one, 1, 1)).total(),
                words);
    }

    private List<Option> funds() {
        List<Option> options = new ArrayList<>();
        sides.askIfAllowed(new FundQuery.Funds(null, 1, MOST_FUNDS))
                .ifPresent(found -> found.items().forEach(fund -> options.add(Option.of(fund.fundId(), fund.name()))));
        if (!options.isEmpty()) {
            options.addFirst(Option.of("", "All funds"));
        }
        return options;
    }
}
