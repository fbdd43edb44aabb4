package org.spoolbot.engine.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spoolbot.api.i18n.Translator;

/** A member would otherwise read a bare key or an empty place instead of a sentence. */
class ShippedMessagesTest {
    private static final Set<String> LANGUAGES = Set.of("de", "es", "ru", "zh");

    static Stream<Path> files() throws IOException, URISyntaxException {
        Path command = Path.of(Objects.requireNonNull(ShippedMessagesTest.class.getResource("/messages/command.properties")).toURI());
        try (Stream<Path> all = Files.list(command.getParent())) {
            return all.filter(file -> file.toString().endsWith(".properties")).sorted().toList().stream();
        }
    }

    private static boolean isEnglish(Path file) {
        return name(file).indexOf('_') < 0;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".properties", "");
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Locale language(Path file) {
        return isEnglish(file) ? Locale.ENGLISH : Locale.of(name(file).substring(name(file).indexOf('_') + 1));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextIsAPatternThatCanBeFilledIn(Path file) throws IOException {
        Properties texts = read(file);
        for (String key : texts.stringPropertyNames()) {
            MessageFormat format = new MessageFormat(texts.getProperty(key), language(file));
            assertThat(format.usesNamedArguments()).as(key + " numbers its places").isFalse();
            assertThat(texts.getProperty(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aKeyStandsInAFileOnce(Path file) throws IOException {
        List<String> keys = Files.readAllLines(file).stream()
                .filter(line -> line.matches("[a-z][^#!]*?=.*"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();

        assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(read(file).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aTranslationHasOnlyKeysAndPlacesThatEnglishHas(Path file) throws IOException {
        Properties texts = read(file);
        String part = name(file).split("_", 2)[0];
        Properties english = read(file.resolveSibling(part + ".properties"));
        for (String key : texts.stringPropertyNames()) {
            // English names stand in the commands themselves: only what they describe has an English text.
            String known = key.endsWith(".name") ? key.substring(0, key.length() - ".name".length()) : key;
            assertThat(english.stringPropertyNames()).contains(known);
            assertThat(places(english.getProperty(known))).as(key).containsAll(places(texts.getProperty(key)));
        }
        assertThat(isEnglish(file) || LANGUAGES.contains(language(file).getLanguage())).isTrue();
    }

    @Test
    void everyShippedFileIsReadByTheServer() throws IOException, URISyntaxException {
        Translator server = new Phrasebooks(Path.of("no-such-folder"), ZoneId.of("UTC")).server();
        for (Path file : files().toList()) {
            Properties texts = read(file);
            String key = texts.stringPropertyNames().stream()
                    .filter(candidate -> places(texts.getProperty(candidate)).isEmpty())
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            String expected = new MessageFormat(texts.getProperty(key), language(file)).format(new Object[0]);
            assertThat(server.text(language(file), key)).as(file.getFileName() + " " + key).isEqualTo(expected);
        }
    }

    @Test
    void noTwoPartsOfTheServerClaimOneKey() throws IOException, URISyntaxException {
        List<String> keys = files().filter(ShippedMessagesTest::isEnglish)
                .flatMap(file -> {
                    try {
                        return read(file).stringPropertyNames().stream();
                    } catch (IOException fault) {
                        throw new java.io.UncheckedIOException(fault);
                    }
                })
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    private static Set<String> places(String text) {
        MessagePattern pattern = new MessagePattern(text);
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NUMBER)
                .map(part -> String.valueOf(part.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
