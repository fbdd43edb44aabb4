package org.spoolbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.discord.fake.Interaction;

/** What is said to the asker alone, through JDA itself. */
class WordsForTheAskerTest extends DiscordScene {
    @Test
    void whatOnlyTheAskerShouldReadComesPrivatelyOnceTheInteractionIsOver() {
        Destination destination = asks(channel);
        clock.advance(Duration.ofMinutes(20));

        SendResult result = bot.platform().send(destination, forAda("This was refused."));

        assertThat(result.isSent()).isTrue();
        assertThat(channel.messages()).isEmpty();
        assertThat(ada.privateChannel().messages()).singleElement().satisfies(message ->
                assertThat(message.content()).contains("This was refused."));
        quiet();
    }

    @Test
    void theFirstWordToTheAskerTakesThePlaceOfThinkingAndTheNextFollows() {
        Interaction asked = slash(channel);
        Destination destination = heard();
        MessageRef first = sent(bot.platform().send(destination, forAda("The card.")));
        sent(bot.platform().send(destination, forAda("One thing more.")));

        assertThat(asked.original().content()).isEqualTo("The card.");
        assertThat(asked.followUps(1)).singleElement().satisfies(message -> assertThat(message.ephemeral()).isTrue());
        assertThat(bot.platform().edit(first, forAda("The card is used.")).isSent()).isTrue();
        assertThat(asked.original().content()).isEqualTo("The card is used.");
        assertThat(channel.messages()).isEmpty();
        quiet();
    }

    @Test
    void noThinkingStaysWhereAllWasSaidInTheChannel() {
        Interaction asked = slash(channel);

        sent(bot.platform().send(heard(), Clips.progress(1)));

        asked.awaitOriginalGone();
        quiet();
    }

    @Test
    void aCardThatOnlyTheAskerSawIsGoneAfterTheInteractionAndSaysSo() {
        Destination destination = asks(channel);
        MessageRef card = sent(bot.platform().send(destination, forAda("The card.")));
        clock.advance(Duration.ofMinutes(20));

        assertThat(bot.platform().edit(card, forAda("Changed."))).isInstanceOf(SendResult.Gone.class);
        assertThat(bot.platform().delete(card)).isInstanceOf(SendResult.Gone.class);
    }

    @Test
    void aPersonWhoTakesNoPrivateMessagesIsATypedRefusal() {
        ada.acceptsPrivateMessages(false);
        Destination destination = asks(channel);
        clock.advance(Duration.ofMinutes(20));

        assertThat(bot.platform().send(destination, forAda("This was refused."))).isInstanceOf(SendResult.Forbidden.class);
        quiet();
    }

    @Test
    void aLostAnswerToAPersonalWordIsNotRepeatedBecauseDiscordWouldShowItTwice() {
        Interaction asked = slash(channel);
        Destination destination = heard();
        sent(bot.platform().send(destination, forAda("The card.")));
        discord.faults().loseAnswer("POST /webhooks/{}/{}", 1);

        assertThat(bot.platform().send(destination, forAda("One thing more."))).isInstanceOf(SendResult.UnknownOutcome.class);
        assertThat(asked.followUps(1)).hasSize(1);
    }

    @Test
    void inThePrivateChatEverythingArrivesThere() {
        ada.privately().slash("video", Map.of("prompt", "a red kite"));
        Destination destination = heard();
        assertThat(destination.isPrivate()).isTrue();
        assertThat(bot.platform().obstacle(destination)).isEmpty();

        sent(bot.platform().send(destination, forAda("The card.")));
        clock.advance(Duration.ofMinutes(20));
        sent(bot.platform().send(destination, forAda("Later.")));
        sent(bot.platform().send(destination, clip(MIB)));

        assertThat(ada.privateChannel().messages()).extracting(message -> message.content()).contains("Later.");
        assertThat(ada.privateChannel().messages()).anySatisfy(message -> assertThat(message.files()).containsExactly("clip.mp4"));
        quiet();
    }
}
