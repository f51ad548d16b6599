package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void the_version_that_was_read_goes_with_a_form() {
        assertThat(Form.empty().putReadVersion(12).readVersion()).isEqualTo(12);
        assertThat(Form.empty().readVersion()).isZero();
        assertThat(Form.empty().put("readVersion", "999999999999").readVersion())
                .isZero();
    }

    @Test
    void what_was_typed_stays_as_typed() {
        Form form = Form.of(Map.of("amount", List.of(" 12k "), "for", List.of("women", "young")));
        assertThat(form.pence("amount", "the amount")).isEmpty();
        assertThat(form.value("amount")).isEqualTo(" 12k ");
        assertThat(form.chose("for", "young")).isTrue();
        assertThat(form.problems())
                .containsExactly(new Form.Problem("amount", "The amount must be in full, like 12,000 instead of 12k."));
    }

    @Test
    void characters_that_nobody_sees_are_left_out() {
        Form form = Form.of(Map.of("name", List.of("Har\u0000bour\u0007\tHouse\r\nand Zoe\u0308")));
        assertThat(form.value("name")).isEqualTo("Harbour\tHouse\r\nand Zoe\u0308");
    }

    @Test
    void a_date_comes_from_three_fields_or_one() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertThat(Form.empty().putDate("on", day).date("on", "the day")).contains(day);
        assertThat(Form.empty().put("on", "22/11/2026").date("on", "the day")).contains(day);
    }

    @Test
    void only_the_first_fault_of_a_field_is_told() {
        Form form =
                Form.empty().refuse("name", "First.").refuse("name", "Second.").refuse("", "Whole.");
        assertThat(form.problems()).hasSize(2);
        assertThat(form.error("name")).isEqualTo("First.");
    }

    @Test
    void a_refusal_stands_beside_its_field_or_at_the_top_with_advice() {
        Form form = Form.empty().put("amountPence", "5");
        form.refuse(Rejection.of(Refusal.NOT_ENOUGH_MONEY, "amountPence", "The fund has £4 left."));
        form.refuse(Rejection.of(Refusal.NOT_ENOUGH_MONEY, "elsewhere", "The fund has £4 left."));
        assertThat(form.error("amountPence")).isEqualTo("The fund has £4 left.");
        assertThat(form.error("")).isEqualTo("The fund has £4 left. " + Refusal.NOT_ENOUGH_MONEY.whatToDo());
    }

    @Test
    void words_are_counted_as_people_count_them() {
        assertThat(Form.countWords("  one\n two\tthree ")).isEqualTo(3);
        assertThat(Form.countWords(" ")).isZero();
        Form form = Form.empty().put("why", "one two three");
        form.words("why", 2, "Say why.");
        assertThat(form.error("why")).isEqualTo("Use 2 words or fewer. You have written 3.");
    }

    @Test
    void a_choice_nobody_offered_is_no_choice() {
        Form form = Form.empty().put("fund", "made-up");
        assertThat(form.choice("fund", List.of("north"), fund -> fund, "Choose a fund."))
                .isEmpty();
        assertThat(form.error("fund")).isEqualTo("Choose a fund.");
    }
}
