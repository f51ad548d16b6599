package org.tallystick.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.award.AwardQuery;
import org.tallystick.award.AwardQuery.AwardSummary;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.award.AwardState;
import org.tallystick.award.AwardWords;
import org.tallystick.history.HistoryQuery;
import org.tallystick.platform.Csv;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;

/** Awards as everybody may see them. */
@Page
class PublicAwardPages {

    private static final int ORDER = 5;

    private static final Set<AwardState> NOTHING_CAME =
            EnumSet.of(AwardState.DECLINED, AwardState.RESCINDED, AwardState.EXPIRED);

    private final Sides sides;

    PublicAwardPages(Sides sides) {
        this.sides = sides;
    }

    @Bean
    static NavigationItem publicAwardsNavigation() {
        return new NavigationItem(
                ORDER,
                "Awards made",
                "/public/awards",
                EnumSet.of(Role.PUBLIC, Role.REFERRER, Role.WORKER, Role.COORDINATOR, Role.ASSESSOR));
    }

    @GetMapping("/public/awards")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String funder,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") int size,
            Model model) {
        Paged<AwardSummary> found =
                sides.askAsAnyone(query(q, funder, recipient, Math.max(1, page), Math.clamp(size, 0, Paged.MOST)));
        model.addAttribute("q", q);
        model.addAttribute("awards", found.items());
        model.addAttribute("endings", endings(found.items()));
        model.addAttribute("paging", new Paging(found.page(), found.size(), found.total()));
        model.addAttribute("only", only(found, funder, recipient));
        model.addAttribute(
                "csv",
                UriComponentsBuilder.fromPath("/public/awards.csv")
                        .queryParam("q", "{q}")
                        .queryParam("funder", "{funder}")
                        .queryParam("recipient", "{recipient}")
                        .encode()
                        .buildAndExpand(q, funder, recipient)
                        .toUriString());
        return "public/awards";
    }

    /** What a title alone would hide: which of them came to nothing, by the award. */
    private static Map<String, String> endings(List<AwardSummary> awards) {
        return awards.stream()
                .filter(award -> NOTHING_CAME.contains(award.state()))
                .collect(Collectors.toMap(
                        AwardSummary::awardId,
                        award -> AwardWords.state(award.state()).text() + ", so nothing is paid"));
    }

    @GetMapping("/public/awards.csv")
    void csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String funder,
            @RequestParam(defaultValue = "") String recipient,
            HttpServletResponse response)
            throws IOException {
        Csv.write(
                response,
                "awards-made.csv",
                List.of("Award", "Title", "Organisation", "Funder", "Fund", "State", "Awarded on", "Awarded", "Paid"),
                page -> sides.askAsAnyone(query(q, funder, recipient, page, Paged.MOST)),
                award -> List.of(
                        award.awardId(),
                        award.title(),
                        award.recipientName(),
                        award.funderName(),
                        award.fundName(),
                        AwardWords.state(award.state()).text(),
                        award.awardedOn().toString(),
                        Csv.pounds(award.awardedPence()),
                        Csv.pounds(award.paidPence())));
    }

    @GetMapping("/public/awards/{awardId}")
    String one(@PathVariable String awardId, Model model) {
        AwardView award = sides.askAsAnyone(new AwardQuery.OneAward(awardId));
        model.addAttribute("award", award);
        model.addAttribute("summary", award.summary());
        model.addAttribute("state", AwardWords.state(award.summary().state()));
        // Only who sees every fund may look behind any award.
        model.addAttribute("explained", sides.may(HistoryQuery.OneEvent.class));
        model.addAttribute("why", "/ledger/why?subject=award&id=" + awardId + "&figure=");
        return "public/award";
    }

    private static AwardQuery.Awards query(String q, String funder, String recipient, int page, int size) {
        return new AwardQuery.Awards(orNull(q), null, orNull(funder), orNull(recipient), null, page, size);
    }

    /** Whom the list is limited to, by name, or an empty text. */
    private static String only(Paged<AwardSummary> found, String funder, String recipient) {
        if (found.items().isEmpty() || (funder + recipient).isBlank()) {
            return "";
        }
        AwardSummary first = found.items().getFirst();
        return funder.isBlank() ? "to " + first.recipientName() : "by " + first.funderName();
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
