package org.tallystick.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.award.AwardEvent;
import org.tallystick.award.Instalment;
import org.tallystick.fund.FundEvent;
import org.tallystick.fund.Slice;
import org.tallystick.history.EventSubjects.About;
import org.tallystick.history.HistoryQuery.Subject;
import org.tallystick.platform.Currency;
import org.tallystick.platform.EventTypes;
import org.tallystick.platform.FinancialYear;
import org.tallystick.registry.OrganisationEvent;

class EventSubjectsTest {

    private static final List<Slice> MONEY =
            List.of(new Slice("GB-LAE-ABC", new FinancialYear(2026), Slice.UNRESTRICTED, 100));

    @Test
    void an_event_is_about_all_it_names() {
        assertThat(EventSubjects.of(
                        new FundEvent.MoneyCommitted("fund-1", "award-1", "call-1", "GB-CHC-1000001", MONEY)))
                .containsExactlyInAnyOrder(
                        new About(Subject.FUND, "fund-1"),
                        new About(Subject.AWARD, "award-1"),
                        new About(Subject.CALL, "call-1"),
                        new About(Subject.ORGANISATION, "GB-CHC-1000001"));
        assertThat(EventSubjects.of(new OrganisationEvent.ByAndForStandingSupported("org-1", "ann", "org-2", true)))
                .containsExactlyInAnyOrder(
                        new About(Subject.ORGANISATION, "org-1"),
                        new About(Subject.ORGANISATION, "org-2"),
                        new About(Subject.PERSON, "ann"));
    }

    @Test
    void a_contributor_hears_of_money_given_and_given_back_and_not_of_each_pound_it_became() {
        About council = new About(Subject.ORGANISATION, "GB-LAE-ABC");

        assertThat(EventSubjects.of(new FundEvent.ContributionReceived("fund-1", MONEY, "r")))
                .contains(council);
        assertThat(EventSubjects.of(new AwardEvent.PaymentPaid("award-1", "fund-1", "GB-CHC-1000001", 1, "B-1", MONEY)))
                .doesNotContain(council);
    }

    @Test
    void what_happens_to_an_award_later_is_about_its_fund_its_call_and_its_recipient_too() {
        AwardEvent.AwardCommitted first = new AwardEvent.AwardCommitted(
                "award-1",
                "fund-1",
                "call-1",
                "GB-LAE-ABC",
                "GB-CHC-1000001",
                "ann",
                "Title",
                "Purpose",
                Currency.GBP,
                List.of(new Instalment(1, LocalDate.of(2026, 5, 1), MONEY)));

        assertThat(EventSubjects.begins(first)).isEqualTo("award-1");
        assertThat(EventSubjects.inherited(first))
                .containsExactlyInAnyOrder(
                        new About(Subject.AWARD, "award-1"),
                        new About(Subject.FUND, "fund-1"),
                        new About(Subject.CALL, "call-1"),
                        new About(Subject.ORGANISATION, "GB-CHC-1000001"));
        assertThat(EventSubjects.continues(new AwardEvent.AwardSuspended("award-1")))
                .isEqualTo("award-1");
    }

    /** A field that ends like an id and that nobody has thought of would be a gap in a timeline. */
    @Test
    void every_field_of_an_event_that_names_something_is_known_or_left_out_on_purpose() {
        List<String> leftOut = List.of(
                "assessmentId",
                "fileId",
                "logId",
                "questionId",
                "replayId",
                "exceptionId",
                "decidedBy",
                "informedBy",
                "carriedBy");

        assertThat(EventTypes.all().values().stream()
                        .flatMap(type -> java.util.Arrays.stream(type.getRecordComponents()))
                        .map(java.lang.reflect.RecordComponent::getName)
                        .filter(name -> name.endsWith("Id") || name.endsWith("By"))
                        .distinct()
                        .filter(name -> !leftOut.contains(name))
                        .toList())
                .isNotEmpty()
                .allMatch(EventSubjects::isSubject);
    }
}
