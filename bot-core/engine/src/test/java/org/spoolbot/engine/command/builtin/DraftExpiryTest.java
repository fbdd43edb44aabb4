package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.spoolbot.engine.conversation.ExpirySweeper;

class DraftExpiryTest {
    private final Chat chat = new Chat();
    private final ExpirySweeper sweeper = chat.injector.getInstance(ExpirySweeper.class);

    @Test
    void aDraftThatRunsOutEndsWithAWordAfterHalfAnHour() {
        chat.say("/video kite");
        chat.clock.advance(Duration.ofMinutes(29));
        sweeper.sweep();
        assertThat(chat.books.openCount()).isEqualTo(1);
        chat.clock.advance(Duration.ofMinutes(2));
        sweeper.sweep();
        assertThat(chat.books.openCount()).isZero();
        assertThat(chat.answer()).startsWith("Your clip draft has run out. Nothing was started or charged");
    }
}
