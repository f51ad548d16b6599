package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.call.CallSamples;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.FinancialYear;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Typing;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class BudgetPagesTest {

    private static final String YEAR = "/bids/b-whole/budget/2027-28";
    private static final String NEW = "/bids/b-started/budget/2027-28";

    private final Browser browser;
    private final FakeSides sides;

    BudgetPagesTest(@Autowired Environment environment, @Autowired FakeSides sides) {
        this.browser = new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
        this.sides = sides;
    }

    @BeforeEach
    void a_member() throws Exception {
        sides.clear();
        BidSamples.into(sides);
        browser.logIn("applicant_member");
    }

    @Test
    void a_budget_begins_with_the_year_in_which_the_project_starts() throws Exception {
        assertThat(browser.open("/bids/b-started/budget").body())
                .contains("Begin with 2027–28", "Your work runs in 2027–28 and 2028–29; the call has money of 2027–28.")
                .doesNotContain("budget.csv", "Costing sheet");
        assertThat(browser.open("/bids/b-whole/budget").body())
                .contains("Add 2028–29", "The work really costs £106,316.14.", "Saved by p-9")
                .contains("£46,316.14 is carried by the organisation&#39;s reserves.")
                .contains("80% is in another bid or award of yours already: £32,000 of £40,000.")
                .contains("2027–28: The funder pays overheads of up to 10% of the direct cost of £70,000.")
                .contains("leaves £29,316.14 unfunded")
                .doesNotContain("Leave out 2027–28");
        assertThat(browser.open("/bids/b-whole/budget/2031-32").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_read_from_a_year_and_saved_again_is_the_same_to_the_penny() throws Exception {
        Map<String, String> typed = Typing.of(browser.open(YEAR).body());
        assertThat(typed)
                .containsEntry("readVersion", "3")
                .containsEntry("salary-1", "30,000")
                .containsEntry("carried-1", "46,316.14")
                .containsEntry("costGiven-2", "yes");
        HttpResponse<String> after = send(YEAR, typed, "save");
        assertThat(after.uri().toString()).endsWith("/bids/b-whole/budget?after=77");
        assertThat(sides.effects()).containsExactly(new BidCommand.SaveBudget("b-whole", 3, BidSamples.budget()));
    }

    @Test
    void every_line_and_share_says_what_it_adds_and_why() throws Exception {
        assertThat(browser.open(YEAR).body())
                .contains("Support worker: 2 full-time posts, at a full-time salary of £30,000 with £4,000")
                .contains("Laptops: bought for £1,500, lasts 3 years, so £500 in year 1 of its life.")
                .contains("Given, so it is shown and not asked for.", "Direct costs: £70,000.")
                .contains("Your premises and office cost £40,000 a year for 8 people; this project is 2 of them,")
                .contains("Its share of what it takes to run you: £36,316.14.")
                .contains("You can ask for up to £50,000 in this year.", "so far you ask for £50,000")
                .contains("That is £7,000 of your £36,316.14")
                .contains("The gap is £46,316.14. All of it is carried.");
    }

    @Test
    void a_new_year_offers_the_shared_costs_of_the_organisation() throws Exception {
        Map<String, String> typed = Typing.of(browser.open(NEW).body());
        assertThat(typed)
                .containsEntry("shares", "yes")
                .containsEntry("poolStep-1", "PREMISES")
                .containsEntry("poolStep-2", "CENTRAL")
                .containsEntry("index-2", "PAY")
                .containsEntry("poolStep-3", "GOVERNANCE")
                .containsEntry("project-1", "All our other work together")
                .containsEntry("fullTime-1", "37");
    }

    @Test
    void it_is_worked_out_without_script_and_nothing_is_saved() throws Exception {
        String page = send(NEW, written(), "work-out").body();
        assertThat(page)
                .contains("Worker: 18.5 of 37 hours a week, at a full-time salary of £30,000.50")
                .contains("value=\"£30,000.50\"", "value=\"1,234\"", "Direct costs: £16,234.25.")
                .doesNotContain("There is a problem");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void the_preview_is_the_same_pieces_and_counts_what_is_complete() throws Exception {
        Map<String, String> typed = written();
        typed.put("rows-staff", "2");
        typed.put("role-2", "Manager");
        String pieces = send(NEW + "/preview", typed, "").body();
        assertThat(pieces)
                .contains("id=\"worked-staff-1\"", "id=\"worked-summary\"", "role=\"status\"")
                .contains("The work really costs £16,234.25.", "Enter the full-time salary of person 2.")
                .doesNotContain("tally-header");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void bad_input_keeps_all_that_was_typed_and_says_what_to_type() throws Exception {
        Map<String, String> typed = written();
        typed.put("salary-1", "30k");
        typed.put("life-1", "1");
        typed.put("rows-equipment", "1");
        typed.put("thing-1", "Laptop <new>");
        typed.put("price-1", "900");
        String page = send(NEW, typed, "save").body();
        assertThat(page)
                .contains("There is a problem", "must be in full, like 12,000 instead of 12k", "value=\"30k\"")
                .contains("How many years it lasts must be 2 or more", "value=\"Laptop &lt;new&gt;\"")
                .contains("href=\"#salary-1\"");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void a_share_of_time_of_more_than_all_is_refused_and_not_made_less_in_silence() throws Exception {
        Map<String, String> typed = Typing.of(browser.open(YEAR).body());
        typed.put("time-ours", "150");
        typed.put("step", "save");
        assertThat(browser.send(YEAR, typed).body())
                .contains("href=\"#time-ours\">The share of time must be 100% or less.</a>", "value=\"150\"");
        typed.put("time-ours", "30");
        typed.put("driver", "FLOOR_AREA");
        typed.put("floor-ours", "1000001");
        assertThat(browser.send(YEAR, typed).body())
                .contains("The floor space must be 1,000,000 square metres or less.", "value=\"1000001\"");
        assertThat(sides.effects()).isEmpty();
    }

    @Test
    void rows_are_added_and_left_out_without_losing_anything() throws Exception {
        Map<String, String> typed = written();
        String more = send(NEW, typed, "add-staff").body();
        assertThat(more).contains("Person 2", "value=\"£30,000.50\"").doesNotContain("There is a problem");
        assertThat(Typing.of(more)).containsEntry("measure-2", "HOURS_A_WEEK").containsEntry("role-2", "");
        String less = send(NEW, Typing.of(more), "remove-staff-1").body();
        assertThat(less).doesNotContain("Person 2", "£30,000.50");
        assertThat(Typing.of(send(NEW, typed, "add-equipment").body())).containsEntry("rows-equipment", "1");
    }

    @Test
    void buttons_fill_in_the_most_the_rest_of_the_gap_and_all_other_work() throws Exception {
        Map<String, String> typed = Typing.of(browser.open(YEAR).body());
        typed.put("asked", "");
        Map<String, String> asking = Typing.of(send(YEAR, typed, "ask-all").body());
        assertThat(asking).containsEntry("asked", "50,000");
        asking.put("asked", "40,000");
        assertThat(Typing.of(send(YEAR, asking, "carry-rest").body())).containsEntry("carried-1", "56,316.14");
        typed.putAll(Map.of("people-2", "", "time-2", "", "direct-2", ""));
        assertThat(Typing.of(send(YEAR, typed, "rest").body()))
                .containsEntry("people-2", "1")
                .containsEntry("time-2", "15")
                .containsEntry("direct-2", "30,000");
    }

    @Test
    void times_that_do_not_add_up_are_said_and_the_rest_is_worked_out() throws Exception {
        Map<String, String> typed = Typing.of(browser.open(YEAR).body());
        typed.put("time-ours", "20");
        assertThat(send(YEAR, typed, "work-out").body())
                .contains("The shares of time must add up to 100%; they are 90%.", "Direct costs: £70,000.");
        typed.put("project-1", "Drop-in");
        typed.putAll(Map.of("time-ours", "30", "people-1", "", "time-1", "", "direct-1", ""));
        assertThat(send(YEAR, typed, "save").body()).contains("Say how many people work in other work 1");
    }

    @Test
    void the_next_years_are_filled_from_this_one() throws Exception {
        Map<String, String> typed = Typing.of(browser.open(YEAR).body());
        assertThat(send(YEAR, typed, "fill").body()).contains("Enter how much pay rises each year, or 0.");
        typed.putAll(Map.of("fillPay", "3", "fillPrices", "3%"));
        assertThat(send(YEAR, typed, "fill").body()).contains("is saved, and 2028–29 filled from it.");
        assertThat(sides.effects()).singleElement().isInstanceOfSatisfying(BidCommand.SaveBudget.class, save -> {
            Budget.Year next = save.budget().years().get(1);
            assertThat(next.financialYear()).isEqualTo(new FinancialYear(2028));
            assertThat(next.directCosts().equipment().getFirst().yearOfUse()).isEqualTo(2);
            assertThat(next.uplift()).isEqualTo(new Uplift(300, 300));
            YearCost cost = FullCost.of(save.budget()).years().get(1);
            assertThat(cost.uncarriedPence()).isZero();
            assertThat(next.funding().askedPence())
                    .as("the call has no money of that year")
                    .isZero();
            assertThat(next.funding().carriedPence()).isEqualTo(cost.fullCostPence());
        });
    }

    @Test
    void somebody_elses_newer_year_is_shown_beside_ones_own() throws Exception {
        Map<String, String> typed = Typing.of(browser.open(YEAR).body());
        typed.putAll(Map.of("readVersion", "2", "base", "something-else", "asked", "60,000"));
        String page = send(YEAR, typed, "save").body();
        assertThat(page)
                .contains("Somebody else saved this year", "As it is saved now", "£50,000", "£60,000")
                .contains("value=\"60,000\"", "Save mine in place of theirs");
        assertThat(sides.effects()).isEmpty();
        send(YEAR, Typing.of(page), "save");
        assertThat(sides.effects()).hasSize(1);
    }

    @Test
    void another_year_that_somebody_else_saved_does_not_stand_in_the_way() throws Exception {
        Map<String, String> typed = Typing.of(browser.open(YEAR).body());
        typed.put("readVersion", "2");
        send(YEAR, typed, "save");
        assertThat(sides.effects()).containsExactly(new BidCommand.SaveBudget("b-whole", 3, BidSamples.budget()));
    }

    @Test
    void a_save_that_comes_too_late_keeps_what_was_typed() throws Exception {
        Map<String, String> typed = Typing.of(browser.open(YEAR).body());
        typed.put("asked", "61,000");
        sides.refuse(Rejection.of(Refusal.TOO_LATE, "The call has closed."));
        assertThat(send(YEAR, typed, "save").body()).contains("The call has closed", "value=\"61,000\"");
    }

    @Test
    void a_hundred_lines_are_read_worked_out_and_saved() throws Exception {
        Map<String, String> typed = written();
        typed.put("rows-spending", "99");
        for (int row = 1; row <= 99; row++) {
            typed.put("what-" + row, "Thing number " + row);
            typed.put("cost-" + row, "10");
        }
        assertThat(send(NEW, typed, "work-out").body())
                .contains("Direct costs: £15,990.25.", "Thing number 99: £10.")
                .doesNotContain("Add another person");
        send(NEW, typed, "save");
        assertThat(sides.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        BidCommand.SaveBudget.class,
                        save -> assertThat(save.budget()
                                        .years()
                                        .getFirst()
                                        .directCosts()
                                        .lines())
                                .hasSize(100));
    }

    @Test
    void years_are_left_out_and_moved_with_the_project() throws Exception {
        Budget two = BudgetYears.filled(
                BidSamples.budget(),
                BidSamples.year(BidSamples.FIRST),
                List.of(new FinancialYear(2028)),
                Uplift.NONE,
                AskLimit.of(CallSamples.terms(), 0));
        Budget early = BudgetYears.moved(two, new FinancialYear(2026));
        sides.answer(
                BidQuery.OneBid.class,
                query -> BidSamples.view(
                        "b-whole",
                        BidState.STARTED,
                        new BidContent(List.of(), BidSamples.project("Doors"), Map.of(), early, List.of())));
        String page = browser.open("/bids/b-whole/budget").body();
        assertThat(page)
                .contains("Your project starts in 2027–28, and the budget begins with another year.")
                .contains("Leave out 2026–27", "Leave out 2027–28");
        Map<String, String> sent = Typing.of(page);
        send("/bids/b-whole/budget", sent, "move");
        sent.put("key", "k-2");
        send("/bids/b-whole/budget", sent, "leave-out-2026-27");
        assertThat(sides.effects())
                .extracting(effect -> new ArrayList<>(
                        ((BidCommand.SaveBudget) effect).budget().years()))
                .satisfiesExactly(
                        moved -> assertThat(moved)
                                .extracting(Budget.Year::financialYear)
                                .containsExactly(new FinancialYear(2027), new FinancialYear(2028)),
                        left -> assertThat(left)
                                .extracting(Budget.Year::financialYear)
                                .containsExactly(new FinancialYear(2027)));
    }

    @Test
    void an_organisation_without_a_cost_profile_is_told_where_to_record_one() throws Exception {
        sides.answer(BidQuery.OfferedFacts.class, query -> new BidQuery.Facts(List.of(), null, null, List.of()));
        String page = browser.open(NEW).body();
        assertThat(page)
                .contains("href=\"/organisations/o-2/record-cost-profile\"")
                .doesNotContain("Who uses it");
        Map<String, String> typed = Typing.of(page);
        typed.putAll(Map.of("role-1", "Worker", "work-1", "1", "salary-1", "20000", "asked", "20000"));
        send(NEW, typed, "save");
        assertThat(sides.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        BidCommand.SaveBudget.class,
                        save -> assertThat(Optional.of(save.budget()
                                        .years()
                                        .getFirst()
                                        .overheads()
                                        .sharedCosts()))
                                .contains(List.of()));
    }

    @Test
    void only_people_of_the_applicant_write_a_budget() throws Exception {
        browser.logIn("commissioner");
        assertThat(browser.open(YEAR).statusCode()).isEqualTo(403);
        assertThat(browser.send(YEAR + "/preview", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.open("/bids/b-whole/budget").statusCode()).isEqualTo(403);
    }

    /** One person on hours, one cost; nothing shared. */
    private Map<String, String> written() throws Exception {
        Map<String, String> typed = Typing.of(browser.open(NEW).body());
        typed.putAll(Map.of(
                "role-1", "Worker",
                "work-1", "18.5",
                "measure-1", "HOURS_A_WEEK",
                "fullTime-1", "37",
                "salary-1", "£30,000.50",
                "shares", "no",
                "what-1", "Fares",
                "cost-1", "1,234"));
        return typed;
    }

    private HttpResponse<String> send(String path, Map<String, String> typed, String step) throws Exception {
        typed.put("step", step);
        return browser.send(path, typed);
    }
}
