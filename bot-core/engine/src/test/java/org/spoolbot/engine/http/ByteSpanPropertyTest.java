package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class ByteSpanPropertyTest {
    @Property(tries = 500)
    void whateverIsAskedForLiesWithinTheFile(
            @ForAll @LongRange(min = 0) long first, @ForAll @LongRange(min = 0) long last, @ForAll @LongRange(min = 0, max = 1000) long size) {
        for (String range : new String[] {"bytes=" + first + "-" + last, "bytes=" + first + "-", "bytes=-" + last}) {
            if (ByteSpan.of(Optional.of(range), size) instanceof ByteSpan.Part part) {
                assertThat(part.first()).isBetween(0L, part.last());
                assertThat(part.last()).isLessThan(size);
            }
        }
    }

    @Property(tries = 500)
    void noTextBreaksIt(@ForAll @StringLength(max = 60) String text) {
        assertThat(ByteSpan.of(Optional.of("bytes=" + text), 10)).isNotNull();
    }
}
