package org.spoolbot.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SubstitutionTest {
    private static final Place PLACE = new Place("house.yml", 7);

    private final Faults faults = new Faults();

    @Property
    void aTextWithoutHolesStaysAsItIs(@ForAll String text) {
        String plain = text.replace("${", "$");

        assertThat(fill(plain, Map.of())).contains(plain);
        assertThat(faults.count()).isZero();
    }

    @Property
    void aValueIsTakenLiterallyWhateverItHolds(@ForAll String before, @ForAll String value, @ForAll("names") String name) {
        String head = before.replace("$", "");

        assertThat(fill(head + "${" + name + "}", Map.of(name, value))).contains(head + value);
        assertThat(faults.count()).isZero();
    }

    @Property
    void aDefaultStandsInForWhatIsUnsetOrEmpty(@ForAll("names") String name, @ForAll("defaults") String otherwise) {
        String hole = "${" + name + ":-" + otherwise + "}";

        assertThat(fill(hole, Map.of())).contains(otherwise);
        assertThat(fill(hole, Map.of(name, ""))).contains(otherwise);
        assertThat(fill(hole, Map.of(name, "set"))).contains("set");
    }

    @Property
    void eitherAllIsFilledInOrAFaultSaysWhy(@ForAll("scraps") String text) {
        Faults own = new Faults();
        Optional<String> filled = new Substitution(name -> Optional.empty()).fill(text, PLACE, own);

        assertThat(filled.isEmpty()).isEqualTo(own.count() > 0);
        // What is filled in is not read again, so a dollar beside a hole may meet a brace of the text.
        boolean meets = text.contains("$$") || text.contains("$}");
        filled.filter(value -> !meets).ifPresent(value -> assertThat(value).doesNotContain("${"));
    }

    @Test
    void aVariableThatIsSetToNothingIsNothing() {
        assertThat(fill("a${EMPTY}b", Map.of("EMPTY", ""))).contains("ab");
    }

    @Test
    void severalHolesAreFilledAndEachMissingOneIsNamed() {
        assertThat(fill("${A}:${B:-2}", Map.of("A", "1"))).contains("1:2");
        assertThat(fill("${A} ${X} ${Y}", Map.of("A", "1"))).isEmpty();
        assertThat(faults.all()).extracting(Object::toString).satisfiesExactly(
                first -> assertThat(first).startsWith("house.yml:7: ").contains(" X "), second -> assertThat(second).contains(" Y "));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('A', 'Z').withChars('_').ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> defaults() {
        return Arbitraries.strings().excludeChars('}', '$');
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.of("${", "}", "$", "{", "A", ":-", "file:", " ", "-", "b").list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    private Optional<String> fill(String text, Map<String, String> environment) {
        return new Substitution(name -> Optional.ofNullable(environment.get(name))).fill(text, PLACE, faults);
    }
}
