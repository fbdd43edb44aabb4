package org.spoolbot.discord.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditGateTest {
    private final EditGate gate = new EditGate();

    @Test
    void aBusyChannelKeepsOnlyTwoEditsOfProgressBeforeAClip() {
        assertThat(gate.enter("busy")).isTrue();
        assertThat(gate.enter("busy")).isTrue();
        assertThat(gate.enter("busy")).isFalse();
        assertThat(gate.enter("quiet")).isTrue();

        gate.leave("busy");

        assertThat(gate.enter("busy")).isTrue();
    }

    @Test
    void aThousandBusyChannelsDoNotFillTheQueueEither() {
        int inside = 0;
        for (int channel = 0; channel < 1000; channel++) {
            inside += gate.enter("channel " + channel) ? 1 : 0;
        }
        assertThat(inside).isEqualTo(24);
    }

    @Test
    void whoWasTurnedAwayTakesNobodysPlace() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            gate.enter("busy");
        }
        gate.leave("busy");
        gate.leave("busy");

        for (int channel = 0; channel < 24; channel++) {
            assertThat(gate.enter("channel " + channel)).isTrue();
        }
    }
}
