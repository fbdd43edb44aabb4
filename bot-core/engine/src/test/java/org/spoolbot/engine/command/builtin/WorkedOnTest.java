package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.platform.Inbound;

/** What a platform that keeps its inputs hears of them. */
final class WorkedOnTest {
    private final Chat chat = new Chat();
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void anInputIsReportedOnceWhenItWasAnswered() {
        chat.inbox.accept(new Inbound.TextInput(chat.origin(), "m", "/queue", List.of()), worked::incrementAndGet);

        assertThat(worked).hasValue(1);
    }

    @Test
    void anInputThatMakesNoSenseIsReportedTooSoThatItIsNotTriedForEver() {
        chat.inbox.accept(new Inbound.Action(chat.origin(), "m", "v1:nonsense:x", java.util.Map.of()), worked::incrementAndGet);

        assertThat(worked).hasValue(1);
    }
}
