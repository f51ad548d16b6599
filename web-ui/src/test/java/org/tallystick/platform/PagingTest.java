package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void says_what_is_shown() {
        Paging paging = new Paging(7, 50, 312);
        assertThat(paging.from()).isEqualTo(301);
        assertThat(paging.to()).isEqualTo(312);
        assertThat(paging.pages()).isEqualTo(7);
        assertThat(paging.offset()).isEqualTo(300);
    }

    @Test
    void an_address_typed_by_hand_lands_on_a_page_that_exists() {
        assertThat(new Paging(99, 50, 312).page()).isEqualTo(7);
        assertThat(new Paging(-1, 50, 312).page()).isEqualTo(1);
        assertThat(new Paging(1, 1_000_000, 312).size()).isEqualTo(500);
        assertThat(new Paging(1, 50, 0).from()).isZero();
        assertThat(new Paging(1, 50, 0).to()).isZero();
    }

    @Test
    void links_keep_to_the_ends_and_the_neighbourhood() {
        assertThat(new Paging(10, 50, 1000).links()).containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 20);
        assertThat(new Paging(1, 50, 60).links()).containsExactly(1, 2);
    }
}
