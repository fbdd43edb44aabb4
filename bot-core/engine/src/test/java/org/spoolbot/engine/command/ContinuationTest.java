package org.spoolbot.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

/** A reply is either a prompt or says how a clip goes on: nobody gets the one for the other. */
class ContinuationTest {
    private static final Set<String> WORDS = Set.of("continue", "继续");

    @Property(tries = 200)
    void whatStandsBehindTheWordIsKeptAsItIs(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String next) {
        for (String between : List.of(" ", ", ", ": ", " … ", "\n", " - ")) {
            assertThat(Continuation.of("CONTINUE" + between + next, WORDS)).contains(next);
        }
        assertThat(Continuation.of("继续" + next, WORDS)).contains(next);
        assertThat(Continuation.of("continue @image1 " + next, WORDS)).contains("@image1 " + next);
    }

    @Property(tries = 200)
    void aLongerWordIsAPrompt(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String end) {
        assertThat(Continuation.of("continue" + end, WORDS)).isEmpty();
        assertThat(Continuation.of(end + " continue", WORDS.stream().filter(word -> !end.equalsIgnoreCase(word)).toList())).isEmpty();
    }
}
