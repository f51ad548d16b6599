package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.tallystick.platform.Browser;
import org.tallystick.platform.FakeSides;
import org.tallystick.platform.PagesAlone;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;
import org.tallystick.platform.Typing;

@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tallystick.demo=true")
class CostingSheetTest {

    private static final String FILE = "/bids/b-whole/budget/file";

    private final Browser browser;
    private final FakeSides sides;

    CostingSheetTest(@Autowired Environment environment, @Autowired FakeSides sides) {
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
    void a_board_reads_the_arithmetic_in_words_and_signs() throws Exception {
        assertThat(browser.open("/bids/b-whole/costing").body())
                .contains("Costing sheet: A door &lt;that&gt; opens", "2027–28", "£68,000.00", "£106,316.14")
                .contains("Your premises and office cost £40,000 a year for 8 people")
                .contains("Hall, lent by the church: given, not paid, worth £900.")
                .contains("£10,000 is already won from Wend Trust.", "(Board of 3 November)")
                .contains("the gap of £46,316.14 is carried as it says here", "Signature", "Version 3 of the budget")
                .contains("leaves £29,316.14 unfunded");
        assertThat(browser.open("/bids/b-started/costing").statusCode()).isEqualTo(404);
    }

    @Test
    void the_funder_reads_the_same_sheet() throws Exception {
        BidSamples.close(sides);
        browser.logIn("governor");
        assertThat(browser.open("/bids/b-submitted/costing").body())
                .contains("The work really costs £106,316.14.")
                .doesNotContain("your board", "Before you agree");
    }

    @Test
    void a_budget_goes_out_and_comes_back_as_a_spreadsheet() throws Exception {
        String csv = browser.open("/bids/b-whole/budget.csv").body();
        assertThat(csv).contains("Support worker", "30000.00");
        browser.open(FILE);
        String page = browser.upload(
                        FILE, Map.of("key", "k-1", "readVersion", "3"), csv.replace("50000.00", "55000.00"))
                .body();
        assertThat(page)
                .contains("What would change", "2027–28: Asked for", "£50,000", "£55,000")
                .contains("Put the file in place of the budget")
                .doesNotContain("2027–28: People");
        assertThat(browser.upload(FILE, Map.of("key", "k-2", "readVersion", "3"), csv)
                        .body())
                .contains("nothing would change");
        assertThat(sides.effects()).isEmpty();
        Map<String, String> typed = Typing.of(page);
        sides.refuse(Rejection.of(Refusal.CONFLICT, "readVersion", "You read version 2; it is at 3."));
        assertThat(browser.send(FILE + "/save", typed).body()).contains("Somebody else saved", "As in the file");
        sides.clear();
        BidSamples.into(sides);
        browser.send(FILE + "/save", typed);
        assertThat(sides.effects()).singleElement().isInstanceOfSatisfying(BidCommand.SaveBudget.class, save -> {
            assertThat(save.readVersion()).isEqualTo(3);
            assertThat(save.budget().years().getFirst().directCosts())
                    .isEqualTo(BidSamples.year(BidSamples.FIRST).directCosts());
            assertThat(save.budget().years().getFirst().funding().askedPence()).isEqualTo(5_500_000);
        });
    }

    @Test
    void faults_of_a_file_are_listed_by_line_and_column() throws Exception {
        String csv = browser.open("/bids/b-whole/budget.csv").body();
        browser.open(FILE);
        Map<String, String> fields = Map.of("key", "k-1", "readVersion", "3");
        assertThat(browser.upload(FILE, fields, csv.replace("30000.00", "thirty"))
                        .body())
                .contains("What is wrong in the file", "Amount £", "data-label=\"Line\">4</th>")
                .doesNotContain("Put the file in place of the budget");
        assertThat(browser.upload(FILE, fields, csv.replace("o-2", "o-9")).body())
                .contains("The file is of another organisation, o-9.");
        assertThat(browser.upload(FILE, fields, "").body()).contains("Choose the file");
        assertThat(sides.effects()).isEmpty();
    }
}
