package org.spoolbot.providers.sandbox.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectivesTest {

    @Test
    void theClipShowsTheTextWithoutInstructions() {
        Directives directives = Directives.parse("a corgi [sandbox:gzip-lie] runs [sandbox:fail=OutputVideoSensitiveContentDetected]");
        assertThat(directives.prompt()).isEqualTo("a corgi runs");
        assertThat(directives.has(DirectiveName.GZIP_LIE)).isTrue();
        assertThat(directives.find(DirectiveName.FAIL).orElseThrow().value()).isEqualTo("OutputVideoSensitiveContentDetected");
    }

    @Test
    void anInstructionCanBeLimitedToTheFirstAttempts() {
        Directive directive = Directives.parse("[sandbox:poll-status=500 times=3]").find(DirectiveName.POLL_STATUS).orElseThrow();
        assertThat(directive.status()).isEqualTo(500);
        assertThat(directive.holdsFor(3)).isTrue();
        assertThat(directive.holdsFor(4)).isFalse();
    }

    @Test
    void timesMayBeFractions() {
        Directive directive = Directives.parse("[sandbox:render-time=0.25]").find(DirectiveName.RENDER_TIME).orElseThrow();
        assertThat(directive.duration()).isEqualTo(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[sandbox:explode]", "[sandbox:create-status]", "[sandbox:create-status=200]", "[sandbox:hang=long]", "[sandbox:expire=1]",
                "[sandbox:poll-status=500 twice]", "[sandbox:poll-status=500 times=x]", "[sandbox:]"
            })
    void aMisspeltInstructionIsNotIgnored(String text) {
        assertThat(Directives.parse(text).faults()).isNotEmpty();
    }

    @Property
    void anyTextCanBeRead(@ForAll String text) {
        assertThat(Directives.parse("[sandbox:" + text + "] " + text)).isNotNull();
    }
}
