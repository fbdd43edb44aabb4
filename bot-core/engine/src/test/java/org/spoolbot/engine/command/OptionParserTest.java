package org.spoolbot.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.i18n.Phrase;

class OptionParserTest {
    static final CommandSpec VIDEO = CommandSpec.of("video", "d", List.of(
            OptionSpec.named("prompt", "d", Type.TEXT).as(Presence.REST),
            OptionSpec.named("duration", "d", Type.INTEGER),
            OptionSpec.named("ratio", "d", Type.TEXT).choosing(List.of("16:9", "9:16", "adaptive")),
            OptionSpec.named("model", "d", Type.TEXT),
            OptionSpec.named("audio", "d", Type.FLAG),
            OptionSpec.named("now", "d", Type.FLAG),
            OptionSpec.named("first", "d", Type.ATTACHMENT),
            OptionSpec.named("last", "d", Type.ATTACHMENT)));
    private static final CommandSpec SET = CommandSpec.of("set", "d", List.of(
            OptionSpec.named("who", "d", Type.MEMBER).as(Presence.REQUIRED),
            OptionSpec.named("amount", "d", Type.INTEGER).as(Presence.REQUIRED)));

    private static final CommandSpec BOUNDED = CommandSpec.of("bounded", "d", List.of(
            OptionSpec.named("words", "d", Type.TEXT).as(Presence.REST).between(3, 5),
            OptionSpec.named("count", "d", Type.INTEGER).between(1, 60)));

    static Stream<Arguments> lines() {
        return Stream.of(
                line("a red kite --duration 8 --ratio 9:16", Map.of("prompt", "a red kite", "duration", "8", "ratio", "9:16")),
                line("--duration 8 a red --ratio 9:16 kite", Map.of("prompt", "a red kite", "duration", "8", "ratio", "9:16")),
                line("--duration=8 --ratio=ADAPTIVE kite", Map.of("prompt", "kite", "duration", "8", "ratio", "adaptive")),
                line("it's a cat's life", Map.of("prompt", "it's a cat's life")),
                line("a 5\" screen --duration 5", Map.of("prompt", "a 5\" screen", "duration", "5")),
                line("\"a red kite\" --duration 5", Map.of("prompt", "a red kite", "duration", "5")),
                line("\"go\" she said \"now\"", Map.of("prompt", "\"go\" she said \"now\"")),
                line("\"the text --ratio on a sign\"", Map.of("prompt", "the text --ratio on a sign")),
                line("kite --model \"see dance\" high", Map.of("prompt", "kite high", "model", "see dance")),
                line("kite --model=\"see dance\"", Map.of("prompt", "kite", "model", "see dance")),
                line("kite --model “see dance”", Map.of("prompt", "kite", "model", "see dance")),
                line("kite -- --duration is a word", Map.of("prompt", "kite --duration is a word")),
                line("kite —ratio 9:16 –duration 8", Map.of("prompt", "kite", "ratio", "9:16", "duration", "8")),
                line("a kite —red as blood— flies", Map.of("prompt", "a kite —red as blood— flies")),
                line("a kite —so — and - so", Map.of("prompt", "a kite —so — and - so")),
                line("kite --audio off", Map.of("prompt", "kite", "audio", "false")),
                line("kite --audio", Map.of("prompt", "kite", "audio", "true")),
                line("a cat --now on the beach", Map.of("prompt", "a cat on the beach", "now", "true")),
                line("--audio on a cat", Map.of("prompt", "a cat", "audio", "true")),
                line("--NOW kite", Map.of("prompt", "kite", "now", "true")),
                line("one\n  two\n\nthree", Map.of("prompt", "one\n  two\n\nthree")),
                line("", Map.of()));
    }

    private static Arguments line(String text, Map<String, String> values) {
        return Arguments.of(text, values);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aMemberGetsWhatWasTyped(String text, Map<String, String> values) {
        Parsed parsed = OptionParser.parse(VIDEO, "video", text);
        assertThat(parsed.faults()).isEmpty();
        assertThat(parsed.values()).isEqualTo(values);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("kite --raito 9:16", Phrase.of("command.fault.option-unknown-near", "raito", "ratio")),
                Arguments.of("kite —raito 9:16", Phrase.of("command.fault.option-unknown-near", "raito", "ratio")),
                Arguments.of("kite --zzzzzzzz", Phrase.of("command.fault.option-unknown", "zzzzzzzz", "video")),
                Arguments.of("kite --model", Phrase.of("command.fault.value-missing", "model")),
                Arguments.of("kite --model --now", Phrase.of("command.fault.value-missing", "model")),
                Arguments.of(
                        "kite --ratio", Phrase.of("command.fault.value-missing-choices", "ratio", "16:9, 9:16, adaptive")),
                Arguments.of("kite --duration long", Phrase.of("command.fault.number", "duration", "long")),
                Arguments.of("kite --duration 99999999999", Phrase.of("command.fault.number", "duration", "99999999999")),
                Arguments.of(
                        "kite --ratio 7:3", Phrase.of("command.fault.choice", "ratio", "7:3", "16:9, 9:16, adaptive")),
                Arguments.of("kite --audio=loud", Phrase.of("command.fault.flag", "audio", "loud")),
                Arguments.of("--duration 5 --duration 6", Phrase.of("command.fault.twice", "duration")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aMistakeIsNamedPrecisely(String text, Phrase fault) {
        assertThat(OptionParser.parse(VIDEO, "video", text).faults()).containsExactly(fault);
    }

    static Stream<Arguments> beyond() {
        return Stream.of(
                Arguments.of("--count 0", Phrase.of("command.fault.range", "count", "0", 1, 60)),
                Arguments.of("--count 61", Phrase.of("command.fault.range", "count", "61", 1, 60)),
                Arguments.of("--count -1", Phrase.of("command.fault.range", "count", "-1", 1, 60)),
                Arguments.of("--count 99999999999", Phrase.of("command.fault.range", "count", "99999999999", 1, 60)),
                Arguments.of("--count many", Phrase.of("command.fault.number", "count", "many")),
                Arguments.of("abcdef", Phrase.of("command.fault.too-long", "words", 6, 5)),
                Arguments.of("ab", Phrase.of("command.fault.too-short", "words", 2, 3)));
    }

    @ParameterizedTest
    @MethodSource("beyond")
    void whatIsOutOfBoundsIsToldWithTheBounds(String text, Phrase fault) {
        assertThat(OptionParser.parse(BOUNDED, "bounded", text).faults()).containsExactly(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count 1", "--count 60", "abc", "abcde", "😀😀😀😀😀"})
    void theBoundsThemselvesAreWithin(String text) {
        assertThat(OptionParser.parse(BOUNDED, "bounded", text).faults()).isEmpty();
    }

    @Test
    void allMistakesAreToldAtOnce() {
        Parsed parsed = OptionParser.parse(VIDEO, "video", "--duration x --ratio 1 --sound --model");
        assertThat(parsed.faults()).extracting(Phrase::key).containsExactly(
                "command.fault.number", "command.fault.choice", "command.fault.option-unknown", "command.fault.value-missing");
    }

    @Test
    void fileOptionsTakeTheFilesInTheOrderTheyAreNamed() {
        Parsed parsed = OptionParser.parse(VIDEO, "video", "--last kite --first flies");
        assertThat(parsed.files()).containsExactly("last", "first");
        assertThat(parsed.values()).containsEntry("prompt", "kite flies");
    }

    @Test
    void requiredOptionsAreReadByTheirPlace() {
        assertThat(OptionParser.parse(SET, "admin quota set", "@ada 5").values()).isEqualTo(Map.of("who", "@ada", "amount", "5"));
        assertThat(OptionParser.parse(SET, "admin quota set", "5 --who \"ada l\"").values()).isEqualTo(Map.of("who", "ada l", "amount", "5"));
        assertThat(OptionParser.parse(SET, "admin quota set", "ada five").faults())
                .containsExactly(Phrase.of("command.fault.number", "amount", "five"));
        assertThat(OptionParser.parse(SET, "admin quota set", "ada").faults())
                .containsExactly(Phrase.of("command.fault.required", "amount", "admin quota set"));
        assertThat(OptionParser.parse(SET, "admin quota set", "ada 5 more words").faults())
                .containsExactly(Phrase.of("command.fault.too-much", "more words", "admin quota set"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--", "— —", "--=", "--ratio=", "\"", "\"\"", "--model \"", "-", "--model=\"", "--duration=\"5"})
    void halfTypedLinesNeverFailOtherwiseThanWithSentences(String text) {
        assertThat(OptionParser.parse(VIDEO, "video", text)).isNotNull();
    }
}
