package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** However a form is damaged, the sandbox says that it is, and keeps nothing of it. */
class SandboxFormFuzzTest {

    private static SandboxGateway gateway;
    private static SandboxCaller caller;

    @BeforeContainer
    static void start() throws IOException {
        gateway = SandboxGateway.start(
                SandboxOptions.DEFAULT.canned().withTimes(Duration.ZERO, Duration.ZERO).withApiKey("test-key"), new MovableClock());
        caller = new SandboxCaller(gateway);
    }

    @AfterContainer
    static void stop() {
        gateway.close();
    }

    @Property(tries = 300)
    void aDamagedFormIsRefusedAndNeverAMistakeOfOurs(@ForAll @IntRange(max = 600) int at, @ForAll @Size(min = 1, max = 4) byte[] damage)
            throws IOException {
        byte[] form = CurlForm.sample("x [sandbox:fail=GENERATION_FAILED]").end();
        for (int index = 0; index < damage.length; index++) {
            form[(at + index) % form.length] = damage[index];
        }
        assertThat(caller.post("/v1/video/generations", CurlForm.TYPE, form).statusCode()).isIn(200, 400, 503);
    }
}
