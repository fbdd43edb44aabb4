package org.spoolbot.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.config.Secret;

/** A plugin's settings with keys, lists and values from outside. */
class FilledInTest {
    private static final String SHIPPED = """
            # A tool.
            config-version: 3
            token: ${TOOL_TOKEN:-}
            api-url: https://api.example.org
            mode: slow
            places: []
            """;
    private static final String KEY = "sk-live-5f3a9c";

    @TempDir
    private Path home;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(home);
    }

    enum Mode {
        SLOW,
        VERY_FAST
    }

    record Place(String id, Secret apiKey, Optional<Duration> patience, Map<String, Double> rates) {}

    record Tool(Secret token, URI apiUrl, Mode mode, List<Place> places) {
        Tool {
            if (token.reveal().startsWith("sk-test") || apiUrl.getPath().equals("/refuse")) {
                throw new IllegalArgumentException("token " + token.reveal() + " is for tests; write a real one\napi-url is not used");
            }
        }
    }

    @Test
    void aPluginsFileIsWrittenWithItsCommentsAndRead() {
        Tool tool = desk.plugin(SHIPPED, Tool.class);

        assertThat(tool.token().isEmpty()).isTrue();
        assertThat(tool.mode()).isEqualTo(Mode.SLOW);
        assertThat(home.resolve("plugins/tool/config.yml")).hasContent(SHIPPED);
    }

    @Test
    void aListHoldsWhatEachRowSays() {
        desk.environment.put("EAST_KEY", KEY);
        desk.file("plugins/tool/config.yml", """
                mode: very-fast
                places:
                  - id: east
                    api-key: ${EAST_KEY}
                    patience: 90s
                    rates: {fast: 6.66, slow: 2}
                  - {id: west, api-key: "${WEST_KEY:-}"}
                """);

        Tool tool = desk.plugin(SHIPPED, Tool.class);

        assertThat(tool.mode()).isEqualTo(Mode.VERY_FAST);
        assertThat(tool.places())
                .containsExactly(
                        new Place("east", new Secret(KEY), Optional.of(Duration.ofSeconds(90)), Map.of("fast", 6.66, "slow", 2.0)),
                        new Place("west", new Secret(""), Optional.empty(), Map.of()));
        assertThat(desk.secrets).contains(new Secret(KEY));
        assertThat(tool.toString()).contains("****").doesNotContain(KEY);
    }

    @Test
    void everyRowsFaultIsToldWithItsLine() {
        desk.file("plugins/tool/config.yml", """
                mode: fast
                places:
                  - id: east
                    api-kye: x
                  - west
                  - id: north
                    api-key: [a]
                    rates: {fast: 1e5}
                """);

        assertThat(desk.pluginFaults(SHIPPED, Tool.class))
                .containsExactly(
                        "plugins/tool/config.yml:1: 'mode' cannot be 'fast'; write slow, very-fast",
                        "plugins/tool/config.yml:3: 'api-key' is missing; write a key or token",
                        "plugins/tool/config.yml:4: 'api-kye' is not a setting; did you mean 'api-key'?",
                        "plugins/tool/config.yml:5: 'places' must hold keys with values; write them below it, indented by two blanks",
                        "plugins/tool/config.yml:7: 'api-key' must be a single value; write a key or token",
                        "plugins/tool/config.yml:8: 'fast' cannot be '1e5'; write a number, such as 0.5");
    }

    @Test
    void aKeyComesFromAFileWithoutItsLineEnd() {
        Path secret = home.resolve("secrets/token");
        desk.file("secrets/token", KEY + "\n").file("plugins/tool/config.yml", "token: ${file:" + secret + "}\n");

        assertThat(desk.plugin(SHIPPED, Tool.class).token().reveal()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ${NOT_SET}         | the environment variable NOT_SET is not set; set it, or write ${NOT_SET:-default}
            a${NOT_SET}b       | the environment variable NOT_SET is not set
            ${file:/no/such}   | the file /no/such cannot be read; check that it exists
            ${file:}           | cannot be read
            ${A:-${B}}         | a '${…}' stands inside another; name one variable
            ${A                | a '${' has no '}'
            ${}                | is no name of a variable; write ${NAME}
            ${A-B:-c}          | is no name of a variable; write ${NAME}
            """)
    void whatCannotBeFilledInIsOneFaultAndNoSecond(String value, String expected) {
        for (String key : List.of("token", "api-url", "mode")) {
            desk.file("plugins/tool/config.yml", "places: []\n" + key + ": " + value + "\n");

            assertThat(desk.pluginFaults(SHIPPED, Tool.class))
                    .singleElement()
                    .asString()
                    .startsWith("plugins/tool/config.yml:2: ")
                    .contains(expected);
        }
    }

    @Test
    void aFileTooLargeForAKeyIsNotTaken() {
        Path secret = home.resolve("secrets/token");
        desk.file("secrets/token", "x".repeat(64 * 1024 + 1)).file("plugins/tool/config.yml", "token: ${file:" + secret + "}\n");

        assertThat(desk.pluginFaults(SHIPPED, Tool.class)).singleElement().asString().contains("is larger than 64 KiB");
    }

    @ParameterizedTest
    @CsvSource({"token: ${sk-live-5f3a9c}", "token: ${sk-live-5f3a9c:-x}", "token: ${x ${sk-live-5f3a9c}", "mode: ${KEY}", "token: [sk-live-5f3a9c]",
        "places: [{id: '${KEY}', api-key: '${KEY}', patience: '${KEY}'}]", "api-url: ${file:FILE}"})
    void aFaultNeverQuotesAKey(String line) {
        desk.environment.put("KEY", KEY);
        desk.file("secret", KEY).file("plugins/tool/config.yml", line.replace("FILE", home.resolve("secret").toString()) + "\n");

        assertThat(desk.pluginFaults(SHIPPED, Tool.class)).isNotEmpty().noneMatch(fault -> fault.contains(KEY));
    }

    @Test
    void aPluginThatQuotesTheKeyIsMaskedAndAllItSaysIsToldInItsPlace() {
        desk.environment.put("KEY", "sk-test-77");
        desk.file("plugins/tool/config.yml", "mode: slow\ntoken: ${KEY}\napi-url: https://example.org\n");

        assertThat(desk.pluginFaults(SHIPPED, Tool.class))
                .containsExactly(
                        "plugins/tool/config.yml:2: token **** is for tests; write a real one",
                        "plugins/tool/config.yml:3: api-url is not used");
    }

    @Test
    void aPluginsNewestVersionIsTheOneThatItShips() {
        desk.file("plugins/tool/config.yml", "config-version: 3\n");
        assertThat(desk.pluginFaults(SHIPPED, Tool.class)).isEmpty();

        desk.file("plugins/tool/config.yml", "config-version: 2\nmode: very-fast\n");
        assertThat(desk.plugin(SHIPPED, Tool.class).mode()).isEqualTo(Mode.VERY_FAST);

        desk.file("plugins/tool/config.yml", "config-version: 4\nnew-thing: 1\n");
        assertThat(desk.pluginFaults(SHIPPED, Tool.class))
                .containsExactly("plugins/tool/config.yml:1: the file is of version 4, and this program reads up to version 3; "
                        + "start the newer program, or put back the file that belongs to this one");
    }

    @Test
    void aValueThatNobodyGaveIsMissing() {
        assertThat(desk.pluginFaults("", Tool.class)).contains("plugins/tool/config.yml:1: 'api-url' is missing; write an address, such as https://example.org/");
        assertThat(desk.pluginFaults("token: a\napi-url: ${UNSET}\nmode: slow\n", Tool.class))
                .singleElement()
                .asString()
                .contains("UNSET is not set");
    }
}
