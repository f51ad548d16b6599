package org.tallystick.bid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|0",
                "`  `|0",
                "one|1",
                "`  one   two\u00a0three `|3",
                "`well-being doesn't stop – it grows`|5",
                "`£3,000 (three)`|2",
                "`- a\n- b`|2",
                "`Найти себя`|2",
                "`言葉です and more`|5",
                "`مرحبا بكم`|2",
                "`e\u0301te\u0301`|1"
            })
    void words_are_counted_in_any_script(String text, int words) {
        assertThat(WordCount.of(text)).isEqualTo(words);
    }
}
