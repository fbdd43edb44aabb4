package org.spoolbot.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OptionParserPropertyTest {
    @Property
    void noLineMakesItFail(@ForAll("pieces") String line) {
        Parsed parsed = OptionParser.parse(OptionParserTest.VIDEO, "video", line);
        assertThat(parsed.faults()).doesNotContainNull();
    }

    @Property
    void aPromptOfPlainWordsStaysAsItIsWhereverOptionsStand(@ForAll("prompts") String prompt) {
        Parsed before = OptionParser.parse(OptionParserTest.VIDEO, "video", "--duration 8 --ratio=9:16 " + prompt);
        Parsed behind = OptionParser.parse(OptionParserTest.VIDEO, "video", prompt + " --ratio 9:16 --duration=8");
        assertThat(before.values()).isEqualTo(behind.values()).containsEntry("prompt", prompt.strip());
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of("--", "—", "ratio", "duration", "=", "\"", "“", " ", "9:16", "8", "on", "now", "\n", "'", "é")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> prompts() {
        return Arbitraries.of("it's", "a", "red", "kite,", "5\"", "日本", "- so -", "é", "x=y", "@image1", "\n")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join(" ", parts))
                .filter(text -> !text.isBlank());
    }
}
