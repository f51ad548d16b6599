package org.tallystick.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tallystick.platform.RunningTallystick;
import org.tallystick.platform.UkTime;

/**
 * A grant goes from the call to the bank with JavaScript; then everybody who can log in, and those who can't, walk
 * through all pages that links lead them to, two at a time.
 */
class WalkTest {

    /** Of all walks together. */
    private static final Set<String> ROUTES = ConcurrentHashMap.newKeySet();

    private final PathPatternParser parser = new PathPatternParser();
    private final List<PathPattern> known =
            RunningTallystick.shared().parts(RequestMappingHandlerMapping.class).stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .flatMap(info -> info.getPatternValues().stream())
                    .map(parser::parse)
                    .sorted()
                    .toList();

    @BeforeAll
    static void thereIsSomethingToSee() {
        GrantJourney.withScript();
        LocalDate today = LocalDate.now(UkTime.ZONE);
        FundJourney fund = new FundJourney("to look at", Person::loggedInAs, today);
        fund.fundIsOpenedAndFilled();
        fund.awardIsMadeWithoutACall();
        CallJourney givenUp = new CallJourney("given up", fund.fund() + " (£27,000 free)", Person::loggedInAs, today);
        givenUp.draftIsWritten();
        givenUp.callIsApproved();
        givenUp.callIsWithdrawn();
        CallJourney call = new CallJourney("to look at", fund.fund() + " (£27,000 free)", Person::loggedInAs, today);
        call.draftIsWritten();
        call.callIsApproved();
        call.questionIsAskedAndAnswered();
        new CallJourney("still to write", fund.fund() + " (£7,000 free)", Person::loggedInAs, today).draftIsWritten();
    }

    /** Nobody in particular, then one of each role; people of other organisations see the same pages. */
    @ParameterizedTest(name = "as “{0}”")
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(
            strings = {
                "",
                "governor",
                "commissioner",
                "payer",
                "auditor",
                "lead",
                "member",
                "worker",
                "assessor",
                "coordinator",
                "referrer"
            })
    void every_page_keeps_what_all_pages_must_keep(String username) {
        try (Person person = username.isEmpty() ? Person.anyone() : Person.loggedInAs(username)) {
            Walk walk = new Walk(person, username.isEmpty() ? "anyone" : username, PageCheck.ALL, this::routeOf);
            List<String> faults = walk.from("/");
            ROUTES.addAll(walk.routes());
            assertThat(faults).as("faults of pages").isEmpty();
        }
    }

    @AfterAll
    static void theWalksGetAbout() {
        assertThat(ROUTES)
                .contains("/", "/funds/{fundId}", "/awards/{awardId}", "/ledger", "/organisations/{id}", "/payments")
                .contains("/ledger/difference", "/ledger/difference/entries", "/ledger/growth")
                .contains("/search", "/control-tests", "/replays", "/timeline/{subject}/{id}", "/ledger/why")
                .contains("/awards/{awardId}/agreement", "/ledger/gap", "/payments/bank-file", "/public/flow")
                .contains("/calls", "/calls/{callId}", "/calls/new")
                .contains("/bids/{bidId}", "/bids/{bidId}/costing", "/assessments/{assessmentId}");
    }

    /** The most particular route that answers a path, or nothing where none does. */
    private String routeOf(String path) {
        if (path.startsWith("/assets/")) {
            return path;
        }
        return known.stream()
                .filter(pattern -> pattern.matches(PathContainer.parsePath(path)))
                .findFirst()
                .map(PathPattern::getPatternString)
                .orElse("");
    }
}
