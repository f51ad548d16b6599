package org.tallystick.call;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tallystick.call.GrantCallQuery.CallSummary;
import org.tallystick.call.GrantCallQuery.Calls;
import org.tallystick.call.GrantCallQuery.FittingCall;
import org.tallystick.call.GrantCallQuery.FittingCalls;
import org.tallystick.platform.Csv;
import org.tallystick.platform.NavigationItem;
import org.tallystick.platform.Option;
import org.tallystick.platform.Page;
import org.tallystick.platform.Paged;
import org.tallystick.platform.Paging;
import org.tallystick.platform.Role;
import org.tallystick.platform.Sides;
import org.tallystick.platform.Words;

/** The list of calls: what is open, what is to come, what is over; for those who write calls, their drafts too. */
@Page
class CallPages {

    private static final int ORDER = 15;
    private static final int ORDER_OF_THE_PUBLIC = 4;
    private static final int LONGEST_SEARCH = 200;
    private static final Set<Role> OF_THE_MONEY =
            EnumSet.of(Role.GOVERNOR, Role.COMMISSIONER, Role.PAYER, Role.AUDITOR, Role.OPERATOR);

    private final Sides sides;
    private final Words words;

    CallPages(Sides sides, Words words) {
        this.sides = sides;
        this.words = words;
    }

    @Bean
    static NavigationItem callsNavigation() {
        return new NavigationItem(ORDER, "Calls", "/calls", OF_THE_MONEY);
    }

    @Bean
    static NavigationItem openCallsNavigation() {
        return new NavigationItem(
                ORDER_OF_THE_PUBLIC, "Calls", "/calls", EnumSet.complementOf(EnumSet.copyOf(OF_THE_MONEY)));
    }

    /** What the list was asked for, as it stands in the address. */
    record Asked(String q, String state, String holder) {

        Calls query(@Nullable GrantCallState only, int page, int size) {
            String search = q.strip();
            return new Calls(
                    search.isEmpty() ? null : search.substring(0, Math.min(LONGEST_SEARCH, search.length())),
                    only,
                    holder.isBlank() ? null : holder,
                    page,
                    size);
        }

        Calls query(int page, int size) {
            return query(only().orElse(null), page, size);
        }

        Optional<GrantCallState> only() {
            return Arrays.stream(GrantCallState.values())
                    .filter(one -> one.name().equals(state))
                    .findFirst();
        }

        String address(String path) {
            return UriComponentsBuilder.fromPath(path)
                    .queryParam("q", "{q}")
                    .queryParam("state", "{state}")
                    .queryParam("holder", "{holder}")
                    .encode()
                    .buildAndExpand(q, state, holder)
                    .toUriString();
        }
    }

    @GetMapping("/calls")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "0") int size,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        Asked asked = new Asked(q, state, holder);
        Paged<CallSummary> found = sides.ask(asked.query(Math.max(1, page), Math.clamp(size, 0, Paged.MOST)), after);
        boolean mayDraft = sides.may(GrantCallCommand.DraftCall.class);
        model.addAttribute("asked", asked);
        model.addAttribute("lines", lines(found.items()));
        model.addAttribute("paging", new Paging(found.page(), found.size(), found.total()));
        model.addAttribute("states", states(asked));
        model.addAttribute("holders", mayDraft ? holders() : List.of());
        model.addAttribute("csv", asked.address("/calls.csv"));
        model.addAttribute("mayDraft", mayDraft);
        model.addAttribute("filtered", !(q + state + holder).isBlank());
        model.addAttribute("title", OF_THE_MONEY.contains(sides.actor().role()) ? "Calls" : "Calls for grants");
        return "call/list";
    }

    /** Who may bid sees of each open call whether it is for them. */
    private List<CallWords.Line> lines(List<CallSummary> calls) {
        Map<String, FittingCall> fitting = new HashMap<>();
        sides.askIfAllowed(new FittingCalls(1, Paged.MOST))
                .ifPresent(open ->
                        open.items().forEach(one -> fitting.put(one.call().callId(), one)));
        return calls.stream()
                .map(call -> {
                    FittingCall fit = fitting.get(call.callId());
                    return fit == null ? CallWords.Line.of(call, words) : CallWords.Line.of(fit, words);
                })
                .toList();
    }

    @GetMapping("/calls.csv")
    void csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String holder,
            HttpServletResponse response)
            throws IOException {
        Asked asked = new Asked(q, state, holder);
        Csv.write(
                response,
                "calls.csv",
                List.of(
                        "Call",
                        "Title",
                        "Funder",
                        "State",
                        "Place",
                        "Opens (UTC)",
                        "Closes (UTC)",
                        "In all",
                        "By and for only",
                        "Smallest award",
                        "Largest award",
                        "Months"),
                page -> sides.ask(asked.query(page, Paged.MOST)),
                CallPages::cells);
    }

    private static List<String> cells(CallSummary call) {
        return List.of(
                call.callId(),
                call.title(),
                call.holderName(),
                CallWords.state(call.state()).text(),
                call.place(),
                call.opensAt().toString(),
                call.closesAt().toString(),
                Csv.pounds(call.envelopePence()),
                Csv.pounds(call.ringFencePence()),
                Csv.pounds(call.smallestPence()),
                Csv.pounds(call.largestPence()),
                String.valueOf(call.months()));
    }

    /** Every state with how many calls are in it, what can be bid for first. */
    private List<Option> states(Asked asked) {
        Set<GrantCallState> states = new LinkedHashSet<>();
        states.add(GrantCallState.OPEN);
        states.addAll(List.of(GrantCallState.values()));
        return Option.ofStates(
                states,
                asked.state(),
                CallWords::state,
                one -> sides.ask(asked.query(one, 1, 1)).total(),
                words);
    }

    private List<Option> holders() {
        return List.of(
                Option.of("", "All funders"),
                Option.of(sides.actor().organisationId(), sides.actor().organisationName()));
    }
}
