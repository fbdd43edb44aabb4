package org.spoolbot.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.spoolbot.engine.spelling.Nearest;

class SpellingTest {
    private static final List<String> KNOWN = List.of("max-running", "max-queued", "poll-interval", "poll-timeout", "give-up");

    @Property
    void aKnownWordIsItsOwnNearest(@ForAll("known") String word) {
        assertThat(Nearest.to(word, KNOWN)).contains(word);
    }

    @Property
    void oneWrongLetterIsUnderstood(@ForAll("known") String word, @ForAll @IntRange(max = 6) int place, @ForAll("letters") char letter) {
        StringBuilder typed = new StringBuilder(word);
        typed.setCharAt(place, letter);

        assertThat(Nearest.to(typed.toString(), KNOWN)).contains(word);
        assertThat(Nearest.to(word.substring(0, place) + word.substring(place + 1), KNOWN)).contains(word);
        assertThat(Nearest.to(word.substring(0, place) + letter + word.substring(place), KNOWN)).contains(word);
    }

    @Property
    void theRemedyIsAlwaysAWordThatIsKnown(@ForAll String word) {
        assertThat(Spelling.remedy(word, KNOWN)).matches(remedy -> KNOWN.stream().anyMatch(remedy::contains));
    }

    @Test
    void aWordThatIsNearNothingGetsTheWordsToChooseFrom() {
        assertThat(Spelling.remedy("colour", List.of("host", "port"))).isEqualTo("known here: host, port");
        assertThat(Spelling.remedy("colour", List.of())).isEqualTo("remove it");
    }

    @Provide
    Arbitrary<String> known() {
        return Arbitraries.of(KNOWN);
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().range('a', 'z');
    }
}
