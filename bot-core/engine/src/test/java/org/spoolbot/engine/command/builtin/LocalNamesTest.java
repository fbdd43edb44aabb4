package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.platform.ChatInbox.MenuEntry;
import org.spoolbot.api.platform.ChatInbox.MessageAction;

/** One name that a platform refuses, and nobody there sees any command. */
class LocalNamesTest {
    private final Chat chat = new Chat();

    private String name(Locale language, String key, String otherwise) {
        return chat.inbox.localName(language, key).orElse(otherwise);
    }

    private List<String> names(Locale language, List<CommandSpec> commands) {
        return commands.stream().map(spec -> name(language, spec.descriptionKey(), spec.name())).toList();
    }

    private List<String> options(Locale language, List<OptionSpec> options) {
        return options.stream().map(option -> name(language, option.descriptionKey(), option.name())).toList();
    }

    /** The names of each group of siblings. */
    private List<List<String>> siblings(Locale language, List<CommandSpec> commands) {
        List<List<String>> all = new ArrayList<>(List.of(names(language, commands)));
        commands.forEach(spec -> {
            all.add(options(language, spec.options()));
            all.addAll(siblings(language, spec.subcommands()));
        });
        return all.stream().filter(group -> !group.isEmpty()).distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ru", "zh"})
    void everyNameIsOneThatPlatformsAcceptAndNoTwoAreTheSame(String code) {
        Locale language = Locale.of(code);
        List<CommandSpec> commands = chat.inbox.menu().stream().map(MenuEntry::spec).toList();

        assertThat(siblings(language, commands)).hasSizeGreaterThan(10).allSatisfy(group -> {
            assertThat(group).doesNotHaveDuplicates();
            assertThat(group).allSatisfy(name -> {
                assertThat(name).matches("[-_\\p{L}\\p{N}]{1,32}");
                assertThat(name).isEqualTo(name.toLowerCase(language));
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "ru", "zh"})
    void menusSpeakTheLanguageOfTheMember(String code) {
        Locale language = Locale.of(code);
        assertThat(chat.inbox.localName(language, "command.history")).isPresent();
        assertThat(chat.inbox.localName(language, "command.video.option.duration")).isPresent();
        assertThat(chat.inbox.localName(Locale.ENGLISH, "command.history")).as("it has that name already").isEmpty();
    }

    @Test
    void aCommandMayBeTypedAsTheMenuShowsIt() {
        chat.say("/settings --language de").say("/hilfe");
        assertThat(chat.answer()).startsWith("What I can do:");
        chat.say("/settings --language en").say("/hilfe");
        assertThat(chat.answer()).startsWith("There is no command /hilfe.");
    }

    @Test
    void aNameThatAPlatformWouldRefuseIsNotShownToIt() {
        chat.texts.patterns.setProperty("command.video.name", "Make a video");
        assertThat(chat.inbox.localName(Locale.ENGLISH, "command.video")).isEmpty();
        chat.texts.patterns.setProperty("command.video.name", "clip");
        assertThat(chat.inbox.localName(Locale.ENGLISH, "command.video")).contains("clip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ru", "zh"})
    void whatTheMenuOfAMessageSaysFitsIntoIt(String code) {
        Stream<String> labels = chat.inbox.messageActions().stream()
                .map(MessageAction::labelKey)
                .map(key -> chat.texts.find(Locale.of(code), key).orElseThrow());

        assertThat(labels).hasSize(2).allSatisfy(label -> assertThat(label).hasSizeBetween(1, 32)).doesNotHaveDuplicates();
    }
}
