package org.spoolbot.discord.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.MessageRef;

class AddressTest {
    @Test
    void aMessageInAThreadIsFoundAgainByWhatTheEngineKept() {
        Address sent = Address.of(destination(Optional.of("30"), Optional.empty()), "99");

        assertThat(sent.reference()).isEqualTo(new MessageRef("discord", "20", "30/99"));
        assertThat(Address.of(sent.reference())).isEqualTo(sent);
        assertThat(sent.place()).isEqualTo("30");
    }

    @Test
    void aMessageInAChannelKeepsDiscordsOwnId() {
        Address sent = Address.of(destination(Optional.empty(), Optional.empty()), "99");

        assertThat(sent.id()).isEqualTo("99");
        assertThat(Address.of("20", "99")).isEqualTo(sent);
        assertThat(sent.place()).isEqualTo("20");
    }

    @Test
    void anInteractionIsNeverTakenForAMessageToReplyTo() {
        Destination answered = destination(Optional.empty(), Optional.of(Address.replyToInteraction("77")));

        assertThat(Address.interaction(answered)).contains("77");
        assertThat(Address.repliedMessage(answered)).isEmpty();
    }

    @Test
    void aReplyInAThreadRepliesToTheMessageAndNotToTheThread() {
        Destination answered = destination(Optional.of("30"), Optional.of("30/77"));

        assertThat(Address.repliedMessage(answered)).contains("77");
        assertThat(Address.interaction(answered)).isEmpty();
    }

    private static Destination destination(Optional<String> thread, Optional<String> replyTo) {
        return new Destination("discord", Optional.of(new Community("discord", "10")), "20", thread, replyTo);
    }
}
