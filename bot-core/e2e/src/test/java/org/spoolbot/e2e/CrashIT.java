package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the moment the power goes: nothing paid twice, nothing lost, nothing sent twice. {@link CrashRuns} is the long version. */
class CrashIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void noClipIsLostPaidTwiceOrDeliveredTwice(CrashRound.KillPoint point) throws Exception {
        CrashRound.Outcome outcome = new CrashRound(folder.resolve("home"), 5).run(point);

        assertThat(outcome.faults()).isEmpty();
    }
}
