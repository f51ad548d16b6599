package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.platform.QueryFixture.actor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.bid.BidQuery.BidSummary;
import org.tallystick.bid.BidQuery.BidView;
import org.tallystick.bid.BidQuery.Bids;
import org.tallystick.bid.BidQuery.BudgetFile;
import org.tallystick.bid.BidQuery.EarlierAnswer;
import org.tallystick.bid.BidQuery.Facts;
import org.tallystick.bid.BidQuery.OfferedFacts;
import org.tallystick.bid.BidQuery.OneBid;
import org.tallystick.bid.BidQuery.QuestionView;
import org.tallystick.call.CallTerms;
import org.tallystick.call.GrantCallEvent;
import org.tallystick.call.Substance;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.HistoryQuery.HistoryOf;
import org.tallystick.platform.Actor;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.HomeQuery.Duty;
import org.tallystick.platform.HomeQuery.WhatNeedsMe;
import org.tallystick.platform.Json;
import org.tallystick.platform.Query;
import org.tallystick.platform.QueryFixture;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Role;
import org.tallystick.platform.Samples;
import org.tallystick.registry.CostProfile;
import org.tallystick.registry.OrganisationEvent;

/** Bids of two organisations, for a call that is open and one that has closed. */
class BidAnswersTest {

    private static final String COUNCIL = "GB-LAE-MAN";
    private static final String CENTRE = "GB-CHC-9000142";
    private static final String OTHER = "GB-CHC-9000357";
    private static final Actor LEAD = actor(Role.APPLICANT_LEAD, CENTRE);
    private static final Actor MEMBER = actor(Role.APPLICANT_MEMBER, CENTRE);
    private static final Actor AUDITOR = actor(Role.AUDITOR, "GB-GOR-PB1");
    private static final Actor GOVERNOR = actor(Role.GOVERNOR, COUNCIL);
    private static final CallTerms TERMS = Samples.of(CallTerms.class);
    private static final String QUESTION = TERMS.questions().getFirst().text();
    private static final Budget BUDGET = Samples.of(Budget.class);
    private static final Instant SENT = Instant.parse("2026-06-15T11:00:00Z");

    private static QueryFixture sides;

    @BeforeAll
    static void bids_of_two_organisations() {
        sides = new QueryFixture();
        call("open", COUNCIL, false);
        call("closed", COUNCIL, true);
        call("elsewhere", "GB-LAE-LDS", true);
        sides.log.add(CENTRE, "lena", new OrganisationEvent.CostProfileRecorded(CENTRE, profile(), 1));
        bid("draft", "open", CENTRE);
        bid("sent-early", "open", OTHER, new BidEvent.BidSubmitted("sent-early", SENT));
        bid("sent", "closed", CENTRE, new BidEvent.BidSubmitted("sent", SENT));
        bid("sent-other", "closed", OTHER, new BidEvent.BidSubmitted("sent-other", SENT));
        sides.log.add("sent", "lena", new BidEvent.HoursReported("sent", 12));
        bid("lapsed", "elsewhere", CENTRE, new BidEvent.BidLapsed("lapsed", SENT));
        bid("gone", "elsewhere", OTHER, new BidEvent.BidSubmitted("gone", SENT), new BidEvent.BidWithdrawn("gone"));
        sides.settle();
    }

    @AfterAll
    static void close() {
        sides.close();
    }

    @Test
    void an_organisations_people_see_its_own_bids_and_no_other() {
        for (Actor own : List.of(LEAD, MEMBER)) {
            assertThat(ids(own, null)).containsExactlyInAnyOrder("draft", "sent", "lapsed");
        }
        assertThat(ids(LEAD, null)).startsWith("draft");
        assertThat(ids(actor(Role.APPLICANT_LEAD, OTHER), null))
                .containsExactlyInAnyOrder("sent-early", "sent-other", "gone");
        assertThat(ids(LEAD, "open")).containsExactly("draft");
    }

    @Test
    void the_holder_of_a_call_sees_what_was_sent_once_it_has_closed() {
        for (Actor holder : List.of(GOVERNOR, actor(Role.COMMISSIONER, COUNCIL))) {
            assertThat(ids(holder, null)).containsExactlyInAnyOrder("sent", "sent-other");
            assertThat(ids(holder, "open")).isEmpty();
        }
        assertThat(ids(actor(Role.GOVERNOR, "GB-LAE-LDS"), null)).isEmpty();
    }

    @Test
    void what_is_not_sent_yet_waits_for_the_organisations_people() {
        String waits = "Finish and send the bid “"
                + sides.ask(LEAD, new OneBid("draft")).summary().title() + "”.";
        assertThat(duties(LEAD)).containsOnlyOnce(waits);
        assertThat(duties(MEMBER)).containsOnlyOnce(waits);
        assertThat(duties(actor(Role.APPLICANT_LEAD, OTHER))).noneMatch(duty -> duty.contains("the bid"));
        assertThat(duties(GOVERNOR)).noneMatch(duty -> duty.contains("the bid"));
    }

    @Test
    void its_own_people_read_who_saved_what_and_nobody_else_does() {
        HistoryOf history = new HistoryOf(HistoryQuery.Subject.BID, "sent", 1, 50);
        for (Actor own : List.of(LEAD, MEMBER, AUDITOR)) {
            assertThat(sides.ask(own, history).items())
                    .anySatisfy(one -> {
                        assertThat(one.type()).isEqualTo("bid.BidQuestionAnswered");
                        assertThat(one.says())
                                .containsEntry("question", QUESTION)
                                .doesNotContainKey("text");
                    })
                    .allSatisfy(one -> assertThat(one.type()).startsWith("bid."));
        }
        assertThat(sides.ask(AUDITOR, history).items())
                .allSatisfy(one -> assertThat(one.actorId()).isEqualTo("lena"));
        for (Actor other : List.of(GOVERNOR, actor(Role.APPLICANT_LEAD, OTHER))) {
            refused(Refusal.NOT_FOUND, "There is no such bid that you may see.", () -> sides.ask(other, history));
        }
    }

    @Test
    void how_long_it_took_is_for_its_own_people_alone() {
        for (Actor own : List.of(LEAD, MEMBER)) {
            assertThat(sides.ask(own, new OneBid("sent")).hoursReported()).isEqualTo(12);
        }
        for (Actor other : List.of(GOVERNOR, actor(Role.COMMISSIONER, COUNCIL), AUDITOR)) {
            assertThat(sides.ask(other, new OneBid("sent")).hoursReported()).isNull();
        }
        assertThat(sides.ask(LEAD, new OneBid("draft")).hoursReported()).isNull();
    }

    private static List<String> duties(Actor actor) {
        return sides.ask(actor, new WhatNeedsMe()).duties().stream()
                .map(Duty::sentence)
                .toList();
    }

    @Test
    void auditors_see_all() {
        assertThat(ids(AUDITOR, null)).hasSize(6);
        assertThat(sides.ask(AUDITOR, new OneBid("draft")).project().saved().savedBy())
                .isEqualTo("lena");
    }

    static Stream<Actor> outsiders() {
        return Stream.of(
                actor(Role.APPLICANT_LEAD, OTHER),
                actor(Role.APPLICANT_MEMBER, OTHER),
                actor(Role.APPLICANT_LEAD, COUNCIL),
                GOVERNOR,
                actor(Role.COMMISSIONER, COUNCIL),
                actor(Role.ASSESSOR, COUNCIL),
                actor(Role.ASSESSOR, CENTRE),
                new Actor("x", "", Role.GOVERNOR, "", ""),
                actor(Role.COMMISSIONER, CENTRE));
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void to_everybody_else_a_draft_is_one_that_does_not_exist_by_every_way(Actor outsider) {
        assertThat(ids(outsider, null)).doesNotContain("draft");
        for (Query<?> query : List.of(new OneBid("draft"), new OneBid("nothing"))) {
            refused(Refusal.NOT_FOUND, "There is no such bid that you may see.", () -> sides.ask(outsider, query));
        }
        refused(Refusal.NOT_FOUND, "There is no such bid that you may see.", () -> file("draft", outsider));
        if (outsider.role() == Role.APPLICANT_LEAD || outsider.role() == Role.APPLICANT_MEMBER) {
            refused(
                    Refusal.NOT_FOUND,
                    "There is no such bid that you may see.",
                    () -> sides.ask(outsider, new OfferedFacts("draft")));
        }
    }

    static Stream<Role> others() {
        return Stream.of(Role.PUBLIC, Role.PAYER, Role.REFERRER, Role.WORKER, Role.COORDINATOR);
    }

    @ParameterizedTest
    @MethodSource("others")
    void other_roles_ask_in_vain_whoever_they_act_for(Role role) {
        Actor asker = role == Role.PUBLIC ? Actor.ANYONE : actor(role, CENTRE);
        Refusal refusal = role == Role.PUBLIC ? Refusal.NOT_LOGGED_IN : Refusal.NOT_ALLOWED;
        for (Query<?> query : List.<Query<?>>of(new OneBid("sent"), new Bids(null, null, 0, 0))) {
            refused(refusal, "", () -> sides.ask(asker, query));
        }
    }

    @Test
    void a_bid_says_what_was_saved_by_whom_in_which_version_and_what_is_missing() {
        BidView bid = sides.ask(MEMBER, new OneBid("draft"));
        assertThat(bid.version()).isEqualTo(5);
        assertThat(bid.eligibility().outcome().mayApply()).isTrue();
        assertThat(bid.project().project()).isEqualTo(Samples.of(Project.class));
        assertThat(bid.project().saved().version()).isEqualTo(1);
        assertThat(bid.questions())
                .extracting(QuestionView::question, QuestionView::mostWords, QuestionView::words, QuestionView::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(QUESTION, 300, 4, "We open the door."),
                        org.assertj.core.groups.Tuple.tuple("What it asked before", 0, 2, "Two words"));
        assertThat(bid.questions().getFirst().saved().savedBy()).isEqualTo("lena");
        assertThat(bid.tasks()).extracting(BidTask::part).endsWith(BidPart.BUDGET);
        assertThat(bid.tasks().getLast().missing()).isNotEmpty();
        assertThat(bid.summary().tasks()).isEqualTo(4);
        assertThat(bid.summary().tasksDone()).isEqualTo(2);
        assertThat(bid.certification()).isNull();
    }

    @Test
    void a_list_counts_the_parts_that_are_done() {
        assertThat(sides.ask(MEMBER, new Bids(null, null, 0, 0)).items())
                .extracting(BidSummary::bidId, BidSummary::tasks, BidSummary::tasksDone)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("draft", 4, 2),
                        org.assertj.core.groups.Tuple.tuple("lapsed", 4, 2),
                        org.assertj.core.groups.Tuple.tuple("sent", 4, 4));
    }

    @Test
    void its_figures_are_worked_out_and_come_back_from_json() {
        BidView bid = sides.ask(MEMBER, new OneBid("draft"));
        FullCost cost = FullCost.of(BUDGET);
        assertThat(bid.budget().fullCost()).isEqualTo(cost);
        assertThat(bid.summary().fullCostPence()).isEqualTo(cost.recovery().fullCostPence());
        assertThat(bid.summary().askedPence()).isEqualTo(cost.recovery().askedPence());
        byte[] json = Json.mapper().writeValueAsBytes(bid);
        assertThat(Json.read(json, BidView.class)).isEqualTo(bid);
    }

    @Test
    void the_shares_of_its_pools_in_other_bids_are_shown_to_its_own_people() {
        BidView draft = sides.ask(MEMBER, new OneBid("draft"));
        assertThat(draft.budget().elsewhere())
                .isEqualTo(FullCost.of(BUDGET).poolShares())
                .isNotEmpty();
        assertThat(sides.ask(GOVERNOR, new OneBid("sent")).budget().elsewhere()).isEmpty();
        assertThat(sides.ask(MEMBER, new OneBid("sent")).budget().elsewhere()).isEmpty();
    }

    @Test
    void the_holder_of_the_call_reads_the_bid_and_not_who_wrote_it() {
        BidView bid = sides.ask(GOVERNOR, new OneBid("sent"));
        assertThat(bid.summary().submittedAt()).isEqualTo(SENT);
        assertThat(bid.questions().getFirst().text()).isEqualTo("We open the door.");
        assertThat(bid.project().saved().savedBy()).isNull();
        assertThat(Objects.requireNonNull(bid.certification()).certifiedBy()).isNull();
        assertThat(Json.mapper().writeValueAsString(bid)).doesNotContain("lena");
    }

    @Test
    void what_is_known_already_is_offered_to_its_own_people() {
        Facts facts = sides.ask(MEMBER, new OfferedFacts("draft"));
        assertThat(facts.costProfiles())
                .singleElement()
                .satisfies(view -> assertThat(view.profile()).isEqualTo(profile()));
        assertThat(facts.budget()).isEqualTo(BUDGET);
        assertThat(facts.project()).isEqualTo(Samples.of(Project.class));
        assertThat(facts.answers())
                .hasSize(2)
                .allMatch(answer -> answer.question().equals(QUESTION))
                .extracting(EarlierAnswer::bidId)
                .doesNotContain("draft", "sent-other");
        refused(Refusal.NOT_ALLOWED, "", () -> sides.ask(AUDITOR, new OfferedFacts("draft")));
    }

    @Test
    void the_budget_is_taken_away_as_a_file_that_reads_back() throws IOException {
        assertThat(BudgetCsv.read(file("draft", MEMBER))).isEqualTo(new BudgetCsv.Result.Good(BUDGET));
        assertThat(file("sent", GOVERNOR)).isEqualTo(BudgetCsv.write(BUDGET));
    }

    private static List<String> ids(Actor actor, @org.jspecify.annotations.Nullable String callId) {
        return sides.ask(actor, new Bids(callId, null, 0, 0)).items().stream()
                .map(BidSummary::bidId)
                .toList();
    }

    private static String file(String bidId, Actor actor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sides.dispatcher().write(new BudgetFile(bidId, null), actor, 0, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void refused(
            Refusal refusal, String sentence, org.assertj.core.api.ThrowableAssert.ThrowingCallable ask) {
        assertThatThrownBy(ask).isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.refusal()).isEqualTo(refusal);
            assertThat(rejection.sentence()).contains(sentence);
        });
    }

    private static CostProfile profile() {
        return new CostProfile(new FinancialYear(2026), List.of(), 650, 35, 1);
    }

    private static void call(String id, String holder, boolean closed) {
        sides.log
                .add(id, "carl", new GrantCallEvent.CallDrafted(id, holder, TERMS))
                .add(
                        id,
                        "gita",
                        new GrantCallEvent.CallApproved(
                                id, 1, new Substance.Finding(Substance.Conclusion.GRANT, "It is one.")))
                .add(id, "operator", new GrantCallEvent.CallOpened(id, SENT));
        if (closed) {
            sides.log.add(id, "operator", new GrantCallEvent.CallClosed(id, SENT));
        }
    }

    private static void bid(String id, String call, String applicant, BidEvent... then) {
        List<EligibilityAnswer> answers = TERMS.eligibility().stream()
                .map(question -> new EligibilityAnswer(question.text(), question.needed()))
                .toList();
        List<BidEvent> events = new java.util.ArrayList<>(List.of(
                new BidEvent.BidStarted(id, call, applicant),
                new BidEvent.EligibilityAnswered(id, 1, answers, List.of()),
                new BidEvent.ProjectDescribed(id, 1, Samples.of(Project.class)),
                new BidEvent.BidQuestionAnswered(id, QUESTION, 1, "We open the door."),
                new BidEvent.BidQuestionAnswered(id, "What it asked before", 1, "Two words"),
                new BidEvent.BudgetSaved(id, 1, BUDGET)));
        if (then.length > 0) {
            events.add(new BidEvent.BidCertified(id, 1, Certification.STATEMENT));
        }
        events.addAll(List.of(then));
        events.forEach(event -> sides.log.add(id, "lena", event));
    }
}
