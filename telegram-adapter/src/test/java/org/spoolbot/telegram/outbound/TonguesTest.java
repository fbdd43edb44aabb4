package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.testkit.RecordingInbox;

class TonguesTest {
    private final Tongues tongues = new Tongues();
    private final RecordingInbox server = new RecordingInbox(List.of());
    private final ChatInbox inbox = tongues.listeningTo(server);

    private static Account account(int number) {
        return new Account("telegram", Integer.toString(number));
    }

    private void says(int number, Optional<Locale> language) {
        says(number, number, language);
    }

    private void says(int number, int channel, Optional<Locale> language) {
        Destination chat = new Destination("telegram", Optional.empty(), Integer.toString(channel), Optional.empty(), Optional.empty());
        Origin origin = new Origin(account(number), "", language, chat, Standing.MEMBER, Set.of(), Instant.EPOCH);
        inbox.accept(new Inbound.Action(origin, "1", "v1:x", Map.of()), () -> {});
    }

    @Test
    void everybodyIsAnsweredInTheLanguageOfTheirLastWord() {
        says(1, Optional.of(Locale.ENGLISH));
        says(1, Optional.of(Locale.GERMAN));
        says(1, Optional.empty());

        assertThat(tongues.of(Optional.of(account(1)))).isEqualTo(Locale.GERMAN);
        assertThat(tongues.of(Optional.of(account(2)))).isEqualTo(Locale.ENGLISH);
        assertThat(tongues.of(Optional.empty())).isEqualTo(Locale.ENGLISH);
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void whoSpeaksAsAGroupIsAnsweredInTheLanguageOfItsLastWord() {
        says(1, -1001, Optional.of(Locale.GERMAN));
        says(2, -1002, Optional.of(Locale.FRENCH));
        says(3, -1001, Optional.empty());

        assertThat(tongues.of(Optional.of(account(-1001)))).isEqualTo(Locale.GERMAN);
    }

    @Test
    void onlyTheLastTenThousandAreRemembered() {
        for (int number = 0; number < 10_001; number++) {
            says(number, Optional.of(Locale.GERMAN));
        }

        assertThat(tongues.of(Optional.of(account(0)))).isEqualTo(Locale.ENGLISH);
        assertThat(tongues.of(Optional.of(account(10_000)))).isEqualTo(Locale.GERMAN);
    }
}
