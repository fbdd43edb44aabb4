package org.spoolbot.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.engine.config.Node.Scalar;
import org.spoolbot.engine.config.Node.Table;

/** A file from before an upgrade, read by a program that renamed a key twice. */
class FileVersionTest {
    private final Faults faults = new Faults();
    private final FileVersion version = FileVersion.after(List.of(renamed("colour", "paint"), renamed("paint", "coat")));

    @ParameterizedTest
    @CsvSource({"1,colour", "2,paint", "3,coat"})
    void anOlderFileIsReadAsTodaysOne(int written, String key) {
        Table current = version.current(file("config-version: " + written + "\n" + key + ": red\n"), faults).orElseThrow();

        assertThat(faults.all()).isEmpty();
        assertThat(current.get("coat")).get().isInstanceOfSatisfying(Scalar.class, value -> {
            assertThat(value.text()).isEqualTo("red");
            assertThat(value.place().line()).isEqualTo(2);
        });
    }

    @Test
    void aFileWithoutAVersionIsTodays() {
        assertThat(version.current(file("coat: red\n"), faults).orElseThrow().get("coat")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"4|is of version 4, and this program reads up to version 3", "0|write config-version: 3", "-1|write config-version: 3", "1.5|write config-version: 3", "[1]|write config-version: 3", "|write config-version: 3"})
    void aVersionThatIsUnknownIsToldAndNothingElseIsRead(String written, String expected) {
        Optional<Table> current = version.current(file("config-version: " + (written == null ? "" : written) + "\ncolour: red\n"), faults);

        assertThat(current).isEmpty();
        assertThat(faults.all()).singleElement().asString().startsWith("house.yml:1: ").contains(expected);
    }

    private static UnaryOperator<Table> renamed(String from, String to) {
        return table -> {
            Map<String, Node.Entry> entries = new LinkedHashMap<>();
            table.entries().forEach((key, entry) -> entries.put(key.equals(from) ? to : key, entry));
            return new Table(entries, table.place());
        };
    }

    private Table file(String text) {
        return new YamlReader(new Substitution(name -> Optional.empty())).read("house.yml", text, faults).orElseThrow();
    }
}
