package org.spoolbot.engine.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.engine.Logs;
import org.spoolbot.engine.plugin.loading.PluginFiles;

class PhrasebooksTest {
    private static final Locale RUSSIAN = Locale.of("ru");
    private static final String CLIPS_RU = "{0, plural, one {# ролик} few {# ролика} many {# роликов} other {# ролика}}";

    @TempDir
    Path folder;

    private Translator server() {
        return new Phrasebooks(folder.resolve("messages"), ZoneId.of("Europe/Berlin")).server();
    }

    private Translator plugin() {
        return new Phrasebooks(folder.resolve("messages"), ZoneId.of("Europe/Berlin"))
                .of("alpha", new PluginFiles(folder.resolve("jar").toUri()));
    }

    private void override(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve("messages"));
        Files.writeString(folder.resolve("messages").resolve(file), text);
    }

    private void bundle(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve("jar"));
        Files.writeString(folder.resolve("jar").resolve(file), text);
    }

    @Test
    void theOperatorsWordsWinOverThePluginsAndThoseOverTheServers() throws IOException {
        bundle("messages.properties", "command.busy=plugin\nalpha.one=plugin one\nalpha.two=plugin two\n");
        override("messages.properties", "alpha.two=operator two\n");

        assertThat(plugin().text(Locale.ENGLISH, "command.busy")).isEqualTo("plugin");
        assertThat(server().text(Locale.ENGLISH, "command.busy")).startsWith("I am busy");
        assertThat(plugin().text(Locale.ENGLISH, "alpha.one")).isEqualTo("plugin one");
        assertThat(plugin().text(Locale.ENGLISH, "alpha.two")).isEqualTo("operator two");
    }

    @Test
    void aTextThatALanguageLacksIsToldInEnglish() throws IOException {
        bundle("messages.properties", "alpha.both=both\nalpha.english=only English {0, number}\n");
        bundle("messages_de.properties", "alpha.both=beides\n");

        assertThat(plugin().text(Locale.GERMANY, "alpha.both")).isEqualTo("beides");
        assertThat(plugin().text(Locale.GERMANY, "alpha.english", 1234.5)).isEqualTo("only English 1,234.5");
        assertThat(plugin().text(Locale.UK, "alpha.both")).isEqualTo("both");
        assertThat(plugin().text(Locale.ROOT, "alpha.both")).isEqualTo("both");
    }

    @Test
    void aKeyThatNobodyHasIsShownAsItselfAndLoggedOnce() {
        Translator translator = server();
        try (Logs logs = new Logs(PhraseBook.class)) {
            assertThat(translator.text(Locale.GERMAN, "no.such.key", "x")).isEqualTo("no.such.key");
            assertThat(translator.text(Locale.GERMAN, "no.such.key")).isEqualTo("no.such.key");

            assertThat(logs.lines()).containsExactly("no message bundle has the key no.such.key");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{0", "{0, plural, one {x}}", "{0, nonsense}", "{name"})
    void aPatternThatTheOperatorBrokeIsPassedOverAndLoggedOnce(String pattern) throws IOException {
        override("messages.properties", "command.unknown=" + pattern + "\n");
        Translator translator = server();

        try (Logs logs = new Logs(PhraseBook.class)) {
            assertThat(translator.text(Locale.ENGLISH, "command.unknown", "vidoe")).startsWith("There is no command /vidoe");
            translator.text(Locale.ENGLISH, "command.unknown", "vidoe");

            assertThat(logs.lines()).singleElement().asString().contains("command.unknown").contains("ICU pattern");
        }
    }

    @Test
    void aFileThatIsNoTextDoesNotSilenceTheServer() throws IOException {
        override("messages.properties", "");
        Files.write(folder.resolve("messages/messages.properties"), "command.busy=Schön".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(server().text(Locale.ENGLISH, "command.busy")).startsWith("I am busy");

        override("messages.properties", "command.busy=\\uXYZ");
        assertThat(server().text(Locale.ENGLISH, "command.busy")).startsWith("I am busy");

        override("messages.properties", "command.busy=" + "x".repeat(1 << 20));
        try (Logs logs = new Logs(PhraseBook.class)) {
            assertThat(server().text(Locale.ENGLISH, "command.busy")).startsWith("I am busy");
            assertThat(logs.lines()).singleElement().asString().contains("cannot be read and are left out");
        }
    }

    @Test
    void aLanguageCannotBecomeAPath() throws IOException {
        Files.createDirectories(folder.resolve("messages/messages_x"));
        Files.writeString(folder.resolve("secret.properties"), "command.busy=stolen");

        assertThat(server().text(Locale.of("x/../../secret"), "command.busy")).startsWith("I am busy");
    }

    @Test
    void numbersAndPluralsFollowTheLanguageNotTheCountryOfTheFirstSpeaker() throws IOException {
        bundle("messages.properties", "clips={0, plural, =0 {no clips} one {# clip} other {# clips}}\nsize={0, number}\n");
        bundle("messages_ru.properties", "clips=" + CLIPS_RU + "\n");
        bundle("messages_de.properties", "size={0, number}\n");
        Translator translator = plugin();

        assertThat(translator.text(Locale.ENGLISH, "clips", 0)).isEqualTo("no clips");
        assertThat(translator.text(Locale.ENGLISH, "clips", 1)).isEqualTo("1 clip");
        assertThat(translator.text(Locale.ENGLISH, "clips", 5)).isEqualTo("5 clips");
        assertThat(translator.text(RUSSIAN, "clips", 1)).isEqualTo("1 ролик");
        assertThat(translator.text(RUSSIAN, "clips", 3)).isEqualTo("3 ролика");
        assertThat(translator.text(RUSSIAN, "clips", 5)).isEqualTo("5 роликов");
        assertThat(translator.text(RUSSIAN, "clips", 21)).isEqualTo("21 ролик");
        assertThat(translator.text(Locale.of("de", "CH"), "size", 1234.5)).isEqualTo("1.234,5");
        assertThat(translator.text(Locale.GERMANY, "size", 1234.5)).isEqualTo("1.234,5");
    }

    @Test
    void whatAMemberWroteIsShownAsItIsAndNeverReadAsAPattern() throws IOException {
        bundle("messages.properties", "said={0} said {1}\n");

        assertThat(plugin().text(Locale.ENGLISH, Phrase.literal("{0} it's {x"))).isEqualTo("{0} it's {x");
        assertThat(plugin().text(Locale.ENGLISH, Phrase.of("said", Phrase.literal("{1}"), "''{0}"))).isEqualTo("{1} said ''{0}");
    }

    @Test
    void aPhraseInsideAPhraseSpeaksTheSameLanguage() throws IOException {
        bundle("messages.properties", "outer=Sorry: {0}\ninner=too long\n");
        bundle("messages_de.properties", "outer=Leider {0}\ninner=zu lang\n");

        assertThat(plugin().text(Locale.GERMAN, Phrase.of("outer", Phrase.of("inner")))).isEqualTo("Leider zu lang");
    }

    @Test
    void durationsAreToldInWordsOfTheLanguage() throws IOException {
        bundle("messages.properties", "wait=Wait {0}\n");
        bundle("messages_de.properties", "wait=Warte {0}\n");
        Duration long3 = Duration.ofDays(3).plusHours(4).plusMinutes(5);

        assertThat(plugin().text(Locale.ENGLISH, "wait", Duration.ofSeconds(90))).isEqualTo("Wait 1 min, 30 sec");
        assertThat(plugin().text(Locale.ENGLISH, "wait", Duration.ZERO)).isEqualTo("Wait 0 sec");
        assertThat(plugin().text(Locale.GERMAN, "wait", long3)).isEqualTo("Warte 3 Tg., 4 Std.");
    }

    @Test
    void momentsAreToldInTheZoneOfTheServerNotOfTheMachine() throws IOException {
        bundle("messages.properties", "at=at {0}\ntime=at {0, time, short}\n");
        Instant midnight = Instant.parse("2026-07-31T22:00:00Z");

        assertThat(plugin().text(Locale.ENGLISH, "at", midnight)).startsWith("at Aug 1, 2026, 12:00").contains("GMT+2");
        assertThat(plugin().text(Locale.ENGLISH, "time", midnight)).matches("at 12:00.AM");
    }
}
