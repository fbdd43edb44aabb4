package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxMainTest {

    @Test
    void everySettingCanBeGiven() {
        SandboxOptions options = SandboxMain.parse(
                        "--port", "8123", "--key", "k", "--queue-time", "0.5", "--render-time", "3", "--canned", "--home", "elsewhere")
                .orElseThrow();
        assertThat(options.port()).isEqualTo(8123);
        assertThat(options.apiKey()).contains("k");
        assertThat(options.queueTime()).isEqualTo(Duration.ofMillis(500));
        assertThat(options.renderTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.cannedClips()).isTrue();
        assertThat(options.toString()).doesNotContain("=k");
    }

    @Test
    void theBaseAddressOfEveryDialectIsTold() throws IOException {
        try (SandboxGateway gateway = SandboxGateway.start(SandboxOptions.DEFAULT)) {
            assertThat(SandboxMain.greeting(gateway))
                    .contains(gateway.baseUri() + "/api/v3", gateway.baseUri() + "/kyyReactApiServer")
                    .contains("laozhang-multipart", "laozhang-videos", "evolink", "ark ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 70000", "--speed 3", "--queue-time -1", "--render-time NaN"})
    void aWrongArgumentIsNotIgnored(String arguments) {
        assertThat(SandboxMain.parse(arguments.split(" "))).isEmpty();
    }
}
