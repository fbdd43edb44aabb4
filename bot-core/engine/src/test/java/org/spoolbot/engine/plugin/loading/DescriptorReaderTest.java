package org.spoolbot.engine.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.plugin.PluginDescriptor;
import org.spoolbot.engine.plugin.loading.DescriptorReader.Reading;

class DescriptorReaderTest {
    private static final String GOOD = """
            id: quiet-hours
            name: Quiet hours
            version: 1.10
            main: org.example.QuietHours
            api-version: 1
            """;

    private final DescriptorReader reader = new DescriptorReader();

    @Test
    void anAuthorsDescriptorIsTakenAsItIsWritten() {
        Reading reading = reader.read(GOOD + """
                depend: [base]
                softdepend: [extra]
                authors: [Ada, Grace]
                description: Sleeps at night.
                website: https://example.org
                commands: {night: {}}
                permissions: [night.use]
                """);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.descriptor()).contains(new PluginDescriptor(
                "quiet-hours",
                "Quiet hours",
                "1.10",
                "org.example.QuietHours",
                new PluginDescriptor.About("Sleeps at night.", List.of("Ada", "Grace"), "https://example.org"),
                new PluginDescriptor.Needs("1", List.of("base"), List.of("extra"))));
    }

    @Test
    void anAuthorReadsAllFaultsAtOnce() {
        Reading reading = reader.read("""
                id: Quiet Hours
                name:
                main: 7up
                api-version: 2
                sofdepend: [extra]
                depend: base
                authors: [1, 2]
                colour: red
                """);

        assertThat(reading.descriptor()).isEmpty();
        assertThat(reading.faults())
                .containsExactlyInAnyOrder(
                        "'id' must be 2 to 40 of a-z, 0-9 and -, beginning with a letter",
                        "'name' must be a text",
                        "'version' is missing",
                        "'main' must be the name of a class",
                        "api-version 2 is not spoken here; this server speaks 1",
                        "'sofdepend' is unknown; did you mean 'softdepend'?",
                        "'depend' must be a list of texts",
                        "'authors' must be a list of texts",
                        "'colour' is unknown");
    }

    @Test
    void everyRequiredKeyIsAskedFor() {
        assertThat(reader.read("description: nothing else").faults())
                .containsExactly(
                        "'id' is missing",
                        "'name' is missing",
                        "'version' is missing",
                        "'main' is missing",
                        "'api-version' is missing");
    }

    @Test
    void anEmptyApiVersionIsNotTakenForOurs() {
        assertThat(reader.read(GOOD.replace("api-version: 1", "api-version:")).faults())
                .containsExactly("'api-version' must be a text");
    }

    @Test
    void twoValuesOfOneKeyAreNotGuessedBetween() {
        assertThat(reader.read(GOOD + "id: other\n").faults()).singleElement().asString().contains("twice").contains("line 6");
    }

    @Test
    void aPluginCannotPoseAsTheServerItself() {
        assertThat(reader.read(GOOD.replace("quiet-hours", "core")).faults())
                .containsExactly("'id' cannot be 'core', which is the server itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just words", "- a\n- b", "id: [", "\u0000", "\tid: x", "id: &a [*a]", "id: !!javax.script.ScriptEngineManager []"})
    void whatIsNoDescriptorIsAFaultAndNoException(String text) {
        Reading reading = reader.read(text);

        assertThat(reading.descriptor()).isEmpty();
        assertThat(reading.faults()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"depends", "Depend", "dependd"})
    void aSlipOfTheFingerIsNamed(String key) {
        assertThat(reader.read(GOOD + key + ": [base]\n").faults())
                .containsExactly("'" + key + "' is unknown; did you mean 'depend'?");
    }

    @Test
    void aShortForeignWordIsNotTakenForAnother() {
        assertThat(reader.read(GOOD + "foo: 1\nx: 2\n").faults()).containsExactly("'foo' is unknown", "'x' is unknown");
    }
}
