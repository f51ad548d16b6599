package org.tallystick.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.assessment.AssessmentQuery.BidsSideBySide;
import org.tallystick.assessment.AssessmentQuery.DecisionOf;
import org.tallystick.assessment.AssessmentQuery.DecisionView;
import org.tallystick.assessment.AssessmentQuery.RecommendedBid;
import org.tallystick.assessment.AssessmentQuery.ReserveOf;
import org.tallystick.assessment.AssessmentQuery.ReserveView;
import org.tallystick.assessment.AssessmentQuery.SideBySide;
import org.tallystick.assessment.Recommendation.Outcome;
import org.tallystick.bid.BidSamples;
import org.tallystick.bid.Recovery;
import org.tallystick.call.CallSamples;
import org.tallystick.call.GrantCallCommand;
import org.tallystick.call.GrantCallQuery.OneCall;
import org.tallystick.call.GrantCallState;
import org.tallystick.platform.Browser;
import org.tallystick.platform.Command;
import org.tallystick.platform.Deeds;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.Form;
import org.tallystick.platform.Paged;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.registry.ByAndForStanding;
import org.tallystick.registry.OrganisationQuery.Assessor;
import org.tallystick.registry.OrganisationQuery.Assessors;
import org.tallystick.registry.RegistrySamples;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class DecisionPagesTest {

    private static final String HOME = "/calls/c-assessing";

    private final Browser browser;
    private final FakeSides sides;

    DecisionPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_commissioner() throws Exception {
        sides.clear();
        RegistrySamples.into(sides, 3);
        BidSamples.into(sides);
        SideBySideSamples.into(
                sides,
                List.of(SideBySideSamples.bid(
                        "b-submitted",
                        "o-2",
                        "A door <that> opens",
                        ByAndForStanding.NONE,
                        SideBySideSamples.place("b-submitted", 1, 345))));
        is(GrantCallState.ASSESSING, 0, null);
        browser.logIn("commissioner");
    }

    @Test
    void the_page_of_the_decision_says_how_far_it_is_and_what_comes_next() throws Exception {
        assertThat(browser.open(HOME + "/decision").body())
                .contains("A door &lt;that&gt; opens", "3.45 of 5", "0 of 2", "£50,000")
                .contains(HOME + "/invite-assessors", HOME + "/recommend")
                .doesNotContain(HOME + "/approve-decision")
                .containsOnlyOnce("<h1");
    }

    @Test
    void one_assessor_is_invited_for_all_bids_at_once() throws Exception {
        assertThat(browser.send(HOME + "/invite-assessors", Map.of("key", "k-1"))
                        .body())
                .contains("Choose one bid at least.", "Choose an assessor, or enter the reference of one.");
        Map<String, String> typed = new HashMap<>(
                Map.of("key", "k-2", "assessorId", "p-7", "assessorOrganisationId", "Charity", "bidId", "b-submitted"));
        assertThat(browser.send(HOME + "/invite-assessors", typed).body())
                .contains("Enter the number of the organisation you mean: =Charity, number 1, GB-CHC-1000001;");
        typed.put("assessorOrganisationId", "=charity, number 2");
        browser.send(HOME + "/invite-assessors", typed);
        assertThat(sides.effects())
                .singleElement()
                .isInstanceOfSatisfying(AssessmentCommand.InviteAssessor.class, invite -> {
                    assertThat(invite.bidId()).isEqualTo("b-submitted");
                    assertThat(invite.assessorId()).isEqualTo("p-7");
                    assertThat(invite.assessorOrganisationId()).isEqualTo("GB-CHC-1000002");
                });
    }

    @Test
    void an_invitation_is_the_same_wherever_its_bid_is_in_the_ranking() throws Exception {
        rank("b-submitted", "b-lapsed");
        invite("k-1", "p-7", "b-submitted");
        rank("b-lapsed", "b-submitted");
        invite("k-1", "p-7", "b-submitted");
        invite("k-1", "p-7", "b-lapsed");
        invite("k-1", "p-8", "b-lapsed");
        assertThat(sides.effects())
                .map(command -> (AssessmentCommand.InviteAssessor) command)
                .extracting(AssessmentCommand.InviteAssessor::bidId, AssessmentCommand.InviteAssessor::assessorId)
                .containsExactly(tuple("b-submitted", "p-7"), tuple("b-lapsed", "p-7"), tuple("b-lapsed", "p-8"));
        assertThat(sides.effects()).extracting(Command::target).doesNotHaveDuplicates();
    }

    @Test
    void who_was_asked_before_is_passed_over_and_it_is_said() throws Exception {
        rank("b-submitted", "b-lapsed");
        sides.refuse(
                command -> command instanceof AssessmentCommand.InviteAssessor asked
                        && asked.bidId().equals("b-lapsed"),
                Rejection.of(Refusal.ALREADY_EXISTS, "assessorId", "Once."));
        assertThat(invite("k-1", "p-7", "b-submitted", "b-lapsed"))
                .contains("Asked to read: 1 bid. This person had been asked before to read 1 other bid.");
        assertThat(invite("k-2", "p-7", "b-lapsed"))
                .contains("There is a problem", "This person was asked before to read that bid. Choose others.")
                .doesNotContain("Asked to read");
    }

    @Test
    void what_could_be_asked_is_no_problem_and_what_could_not_be_stays_chosen() throws Exception {
        rank("b-submitted", "b-lapsed");
        sides.refuse(
                command -> command instanceof AssessmentCommand.InviteAssessor asked
                        && asked.bidId().equals("b-lapsed"),
                Rejection.of(Refusal.NOT_ALLOWED, "assessorId", "This person belongs to the applicant."));
        String page = invite("k-1", "p-7", "b-submitted", "b-lapsed");
        assertThat(page)
                .contains("govuk-notification-banner__heading\">Asked to read: 1 bid.</p>")
                .containsPattern("error-summary__list\">\\s*<li><span>Organisation of-b-lapsed: This person belongs")
                .containsPattern("value=\"b-lapsed\"[^>]* checked=\"checked\"")
                .doesNotContainPattern("value=\"b-submitted\"[^>]* checked=\"checked\"");
        assertThat(invite("k-2", "p-7", "b-lapsed"))
                .contains("belongs to the applicant")
                .doesNotContain(">Done<");
    }

    @Test
    void an_assessor_is_chosen_by_name_and_does_not_win_over_somebody_else_unseen() throws Exception {
        sides.answer(
                Assessors.class,
                query -> new Paged<>(
                        List.of(
                                new Assessor("p-own", "o-1", "HMP Wendle"),
                                new Assessor("p-8", "o-8", "Roots <and> Routes")),
                        2,
                        query.page(),
                        query.size()));
        assertThat(browser.open(HOME + "/invite-assessors").body())
                .contains("value=\"p-own\"", "value=\"p-8/o-8\"", "An assessor of Roots &lt;and&gt; Routes")
                .contains("Somebody who is not listed", "If the person is not listed");
        Map<String, String> typed = new HashMap<>(
                Map.of("key", "k-1", "assessor", "p-own", "assessorId", "p-7", "assessorOrganisationId", "o-7"));
        typed.put("bidId", "b-submitted");
        assertThat(browser.send(HOME + "/invite-assessors", typed).body())
                .contains("You chose somebody of the list and entered a reference too.", "value=\"p-7\"");
        assertThat(sides.effects()).isEmpty();
        typed.put("assessor", "other");
        browser.send(HOME + "/invite-assessors", typed);
        typed.putAll(Map.of("assessor", "p-own", "assessorId", ""));
        browser.send(HOME + "/invite-assessors", typed);
        typed.put("assessor", "p-8/o-8");
        browser.send(HOME + "/invite-assessors", typed);
        typed.put("assessor", "p-8/o-8/../x");
        assertThat(browser.send(HOME + "/invite-assessors", typed).body()).contains("There is a problem");
        assertThat(sides.effects())
                .map(command -> (AssessmentCommand.InviteAssessor) command)
                .extracting(
                        AssessmentCommand.InviteAssessor::assessorId,
                        AssessmentCommand.InviteAssessor::assessorOrganisationId)
                .containsExactly(tuple("p-7", "o-7"), tuple("p-own", "o-1"), tuple("p-8", "o-8"));
    }

    @Test
    void among_many_assessors_one_is_found_and_what_was_chosen_stays() throws Exception {
        List<Assessor> many = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> new Assessor("p-" + n, "o-" + n, n == 60 ? "Harbour House" : "Body " + n))
                .toList();
        sides.answer(Assessors.class, query -> new Paged<>(many, 60, query.page(), query.size()));
        assertThat(browser.open(HOME + "/invite-assessors").body())
                .contains("60 assessors are known. The first 25 are shown: search for the others.")
                .contains(
                        "An assessor of your organisation",
                        "An assessor of Body 2<",
                        "Their name is not known here. Their reference is p-1<")
                .doesNotContain("Harbour House");
        Map<String, String> typed = new HashMap<>(Map.of("key", "k-1", "step", "find", "find", "harbuor"));
        typed.putAll(Map.of("assessor", "p-40/o-40", "bidId", "b-submitted"));
        assertThat(browser.send(HOME + "/invite-assessors", typed).body())
                .contains("1 assessor matches “harbuor”.", "An assessor of Harbour House", "value=\"harbuor\"")
                .containsPattern("value=\"p-40/o-40\"[^>]* checked=\"checked\"")
                .containsPattern("value=\"b-submitted\"[^>]* checked=\"checked\"")
                .doesNotContain("An assessor of Body 2<", "There is a problem");
        typed.put("find", "Zzz");
        assertThat(browser.send(HOME + "/invite-assessors", typed).body()).contains("Nobody is found by “Zzz”.");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void who_is_to_assess_themselves_is_told_why_there_are_no_bids_to_invite_for() throws Exception {
        sides.answer(
                BidsSideBySide.class,
                query -> new SideBySide(
                        query.callId(),
                        false,
                        true,
                        0,
                        Recovery.together(List.of()),
                        new Paged<>(List.of(), 0, 1, query.size())));
        assertThat(browser.open(HOME + "/invite-assessors").body())
                .contains("You are to assess a bid of this call yourself.")
                .doesNotContain("Ask them to read these bids");
    }

    @Test
    void what_is_left_is_worked_out_before_anything_is_sent() throws Exception {
        assertThat(browser.open(HOME + "/recommend").body()).contains("value=\"50,000\"", "asked for: £50,000");
        Map<String, String> typed = new HashMap<>(
                Map.of("key", "k-1", "readVersion", "0", "step", "work-out", "outcome-b-submitted", "AWARD"));
        typed.put("source-b-submitted", "f-1|women only services");
        typed.put("amount-b-submitted-2027-28", "40,000");
        assertThat(browser.send(HOME + "/recommend", typed).body())
                .contains("£160,000.50 is left.", "would get £40,000.", "value=\"40,000\"");
        assertThat(sides.effects()).isEmpty();
        typed.put("step", "send");
        assertThat(browser.send(HOME + "/recommend", typed).body())
                .contains("Say why, for the bid of Second Chance Kitchen.", "value=\"40,000\"");
        typed.put("reason-b-submitted", "Clear.");
        browser.send(HOME + "/recommend", typed);
        assertThat(sides.effects())
                .containsExactly(new GrantCallCommand.RecommendAwards("c-assessing", 0, List.of(award())));
        sides.refuse(Rejection.of(Refusal.INVALID, "amounts", "amounts must be less: bid b-submitted asks for £1."));
        typed.put("key", "k-2");
        assertThat(browser.send(HOME + "/recommend", typed).body())
                .contains("the bid of Second Chance Kitchen asks for £1.", "Clear.</textarea>", "value=\"40,000\"");
    }

    @Test
    void what_is_typed_for_a_call_that_was_decided_meanwhile_is_not_lost() throws Exception {
        is(GrantCallState.DECIDED, 1, "p-9");
        Map<String, String> typed = Map.of(
                "key", "k-1", "step", "send", "outcome-b-submitted", "DECLINE", "reason-b-submitted", "Too <thin>.");
        assertThat(browser.send(HOME + "/recommend", typed).body())
                .contains("This does not fit the call as it is now. Its state is: decided. Nothing was sent.")
                .contains("Too &lt;thin&gt;.</textarea>");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void another_person_approves_what_was_recommended() throws Exception {
        is(GrantCallState.ASSESSING, 3, null);
        browser.logIn("governor");
        assertThat(browser.open(HOME + "/decision").body())
                .contains(HOME + "/approve-decision", "£10,000 less than asked for", "Why: Clear.", "Recommended");
        assertThat(browser.open(HOME + "/approve-decision").body())
                .contains("Approve, and commit £40,000", "name=\"readVersion\" value=\"3\"");
        browser.send(HOME + "/approve-decision", Map.of("key", "k-1", "readVersion", "3"));
        assertThat(sides.effects()).containsExactly(new GrantCallCommand.ApproveDecision("c-assessing", 3));
    }

    @Test
    void applicants_are_told_and_the_call_is_ended() throws Exception {
        is(GrantCallState.DECIDED, 1, "p-9");
        browser.send(HOME + "/inform", Map.of("key", "k-1"));
        is(GrantCallState.INFORMED, 1, "p-9");
        assertThat(browser.open(HOME + "/inform").body()).contains("This does not fit the call as it is now.");
        browser.logIn("governor");
        browser.send(HOME + "/archive", Map.of("key", "k-2"));
        assertThat(sides.effects())
                .containsExactly(
                        new GrantCallCommand.InformApplicants("c-assessing"),
                        new GrantCallCommand.ArchiveCall("c-assessing"));
    }

    private String invite(String key, String assessor, String... bids) throws Exception {
        Map<String, String> typed = Map.of("key", key, "assessorId", assessor, "assessorOrganisationId", "o-7");
        return browser.send(HOME + "/invite-assessors", typed, "bidId", List.of(bids))
                .body();
    }

    /** These bids in that order. */
    private void rank(String... bids) {
        SideBySideSamples.into(
                sides,
                Arrays.stream(bids)
                        .map(bid -> SideBySideSamples.bid(
                                bid, "of-" + bid, "Doors", ByAndForStanding.NONE, SideBySideSamples.place(bid, 1, 345)))
                        .toList());
    }

    @Test
    void many_bids_are_recommended_page_by_page_and_nothing_typed_is_lost() throws Exception {
        SideBySideSamples.into(sides, SideBySideSamples.many(240));
        String first = browser.open(HOME + "/recommend").body();
        assertThat(first)
                .contains("Bids 1 to 25 of 240", "id=\"outcome-b-25\"", "value=\"page-2\"")
                .doesNotContain("id=\"outcome-b-26\"", "Bids before these");
        assertThat(sides.asked(AssessmentQuery.BidsSideBySide.class)).isEqualTo(1);
        Map<String, String> typed =
                new HashMap<>(Map.of("key", "k-1", "readVersion", "0", "page", "1", "step", "page-10"));
        for (int i = 1; i <= 240; i++) {
            typed.put("outcome-b-" + i, i == 230 ? "" : "DECLINE");
            typed.put("reason-b-" + i, "Reason " + i + ".");
        }
        assertThat(browser.send(HOME + "/recommend", typed).body())
                .contains("Bids 226 to 240 of 240", "Reason 240.</textarea>")
                .contains("name=\"reason-b-1\" value=\"Reason 1.\"");
        typed.put("step", "send");
        assertThat(browser.send(HOME + "/recommend", typed).body())
                .contains("Choose what becomes of the bid of Organisation o-330.", "id=\"outcome-b-230\"");
        typed.put("outcome-b-230", "RESERVE");
        browser.send(HOME + "/recommend", typed);
        assertThat(sides.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        GrantCallCommand.RecommendAwards.class,
                        command -> assertThat(command.recommendations()).hasSize(240));
    }

    private void is(GrantCallState state, int version, @Nullable String approvedBy) {
        sides.answer(OneCall.class, query -> CallSamples.view(query.callId(), state));
        sides.answer(ReserveOf.class, query -> new ReserveView(query.callId(), 0, null, null, List.of(), List.of(), 0));
        sides.answer(
                DecisionOf.class,
                query -> new DecisionView(
                        query.callId(),
                        state,
                        version,
                        version == 0 ? null : "p-commissioner",
                        approvedBy,
                        version == 0
                                ? List.of()
                                : List.of(new RecommendedBid(
                                        "b-submitted",
                                        "o-2",
                                        "Second Chance Kitchen",
                                        "A door <that> opens",
                                        5_000_000,
                                        1_000_000,
                                        6_631_614,
                                        List.of(),
                                        award()))));
    }

    private static Recommendation award() {
        return new Recommendation(
                "b-submitted",
                Outcome.AWARD,
                Deeds.idFrom(Form.empty().put("key", "k-1"), "award-", "b-submitted"),
                "f-1",
                "women only services",
                List.of(new YearAmount(new FinancialYear(2027), 4_000_000)),
                "Clear.");
    }
}
