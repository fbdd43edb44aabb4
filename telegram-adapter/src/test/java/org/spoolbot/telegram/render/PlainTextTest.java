package org.spoolbot.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @ValueSource(strings = {
        "👨‍👩‍👧‍👦", "👩🏽‍💻", "🏳️‍🌈", "❤️‍🔥", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇩🇪", "1️⃣", "🙂‍↔️",
        "می‌خواهم", "क्‍ष", "naïve — “quoted” … 你好", "line\nbreak\ttab"
    })
    void whatPeopleWriteStaysAsItIs(String text) {
        assertThat(PlainText.seen(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\u202Egpj.exe", "\u2066turned\u2069", "\u200Bhid\u200Bden\uFEFF", "a \u200D b", "\u0007bell\u001B[31m", "half \uD83D", "\u061Cmark\u200F",
        "tags \uDB40\uDC41\uDB40\uDC42", "\u3164filler\u2800"
    })
    void unseenCharactersDoNotGetThrough(String text) {
        assertThat(PlainText.seen(text)).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\u3164\\u2800]");
    }

    @Test
    void allKindsOfLineBreaksAreOne() {
        assertThat(PlainText.seen("a\r\nb\rc\u2028d\u2029e")).isEqualTo("a\nb\nc\nd\ne");
    }

    @Test
    void nobodyIsMentionedByTheWordsOfAnother() {
        assertThat(PlainText.html("hey @bob and (@eve_1)")).isEqualTo("hey <code>@bob</code> and (<code>@eve_1</code>)");
        assertThat(PlainText.html("mail me@example.org, /video@spoolbot, 5 @ 3")).isEqualTo("mail me@example.org, /video@spoolbot, 5 @ 3");
    }

    @Test
    void anEmojiAtTheEndIsThereWholeOrNotAtAll() {
        for (int most = 1; most < 14; most++) {
            assertThat(PlainText.cut("ab" + FAMILY + "c", most)).isIn("…", "a…", "ab…", "ab" + FAMILY + "…", "ab" + FAMILY + "c");
        }
    }

    @Test
    void aKeyIsNeverEmptyAndAlwaysOneLine() {
        assertThat(PlainText.label(" \u200B\n ", 60)).isEqualTo("…");
        assertThat(PlainText.label("two\nlines", 60)).isEqualTo("two lines");
    }

    @Property(tries = 500)
    void cuttingKeepsTheLimitAndTheBeginning(@ForAll String text, @ForAll @IntRange(max = 60) int most) {
        String cut = PlainText.cut(text, most);

        assertThat(cut.length()).isLessThanOrEqualTo(Math.max(most, 0));
        if (!cut.equals(text) && !cut.isEmpty()) {
            String kept = cut.substring(0, cut.length() - 1);
            assertThat(text).startsWith(kept);
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(text);
            assertThat(characters.isBoundary(kept.length())).isTrue();
        }
    }

    @Property(tries = 500)
    void cleaningTwiceIsCleaningOnceForWhatCanBeSeen(@ForAll String text) {
        String seen = PlainText.seen(text);

        assertThat(PlainText.seen(seen)).isEqualTo(seen);
        assertThat(PlainText.escaped(text)).doesNotContain("<", ">");
    }
}
