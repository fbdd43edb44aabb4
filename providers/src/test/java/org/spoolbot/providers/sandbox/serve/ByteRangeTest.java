package org.spoolbot.providers.sandbox.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ByteRangeTest {

    @Test
    void aResumedDownloadGetsTheRest() {
        assertThat(ByteRange.of("bytes=40-", 100)).contains(new ByteRange(40, 99));
        assertThat(ByteRange.of("bytes=-10", 100)).contains(new ByteRange(90, 99));
        assertThat(ByteRange.of("bytes=0-9", 100)).contains(new ByteRange(0, 9));
    }

    @Test
    void aRangeBehindTheEndCannotBeMet() {
        assertThat(ByteRange.of("bytes=100-", 100)).isEmpty();
        assertThat(ByteRange.of("bytes=-0", 100)).isEmpty();
        assertThat(ByteRange.of("bytes=9-3", 100)).isEmpty();
    }

    @Test
    void aFormThatIsNotKnownGetsTheWhole() {
        assertThat(ByteRange.of("bytes=0-1,4-5", 100)).contains(new ByteRange(0, 99));
        assertThat(ByteRange.of("lines=1-2", 100)).contains(new ByteRange(0, 99));
    }

    @Property
    void noRangeLeavesTheFile(
            @ForAll @LongRange(min = 0, max = 2_000) long from,
            @ForAll @LongRange(min = 0, max = 2_000) long to,
            @ForAll @LongRange(min = 1, max = 1_000) long size) {
        Optional<ByteRange> range = ByteRange.of("bytes=" + from + "-" + to, size);
        range.ifPresent(part -> {
            assertThat(part.first()).isBetween(0L, size - 1);
            assertThat(part.last()).isBetween(part.first(), size - 1);
        });
        assertThat(range.isPresent()).isEqualTo(from < size && to >= from);
    }
}
