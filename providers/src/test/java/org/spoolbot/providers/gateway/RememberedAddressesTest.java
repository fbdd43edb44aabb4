package org.spoolbot.providers.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RememberedAddressesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final RememberedAddresses addresses = new RememberedAddresses();

    @Test
    void a_file_that_is_gone_is_handed_over_again() {
        addresses.put("a", "https://x/a", NOW.plus(Duration.ofHours(1)));
        assertThat(addresses.find("a", NOW)).contains("https://x/a");
        assertThat(addresses.find("a", NOW.plus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void a_file_that_is_kept_for_good_is_found_until_it_is_forgotten() {
        addresses.put("a", "asset-1");
        assertThat(addresses.find("a")).contains("asset-1");
        addresses.forget("a");
        assertThat(addresses.find("a")).isEmpty();
    }

    @Test
    void the_longest_unused_gives_way_and_memory_stays_bounded() {
        for (int number = 0; number < RememberedAddresses.MOST; number++) {
            addresses.put("f" + number, "x" + number);
        }
        assertThat(addresses.find("f0")).contains("x0");
        addresses.put("one more", "y");
        assertThat(addresses.find("f0")).contains("x0");
        assertThat(addresses.find("f1")).isEmpty();
    }
}
