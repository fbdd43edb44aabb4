package org.spoolbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.discord.fake.Channel;
import org.spoolbot.discord.fake.Permission;

/** What a member gets, through JDA itself. */
class DeliveryOnDiscordTest extends DiscordScene {
    @Test
    void aClipThatTookTwentyMinutesStillArrivesAlthoughTheInteractionIsLongOver() {
        Destination destination = asks(channel);
        MessageRef progress = sent(bot.platform().send(destination, Clips.progress(10)));
        clock.advance(Duration.ofMinutes(20));

        assertThat(bot.platform().edit(progress, Clips.progress(90)).isSent()).isTrue();
        assertThat(bot.platform().send(destination, clip(MIB)).isSent()).isTrue();
        assertThat(bot.platform().delete(progress).isSent()).isTrue();

        assertThat(channel.messages()).singleElement().satisfies(message -> {
            assertThat(message.files()).containsExactly("clip.mp4");
            assertThat(message.pings()).containsExactly(ada.user().id());
        });
        quiet();
    }

    @Test
    void anElevenMebibyteClipIsRefusedInAPlainServerWithTheSizeThatFits() {
        Destination destination = asks(channel);

        assertThat(bot.platform().limits(destination).maxAttachmentBytes()).isEqualTo(10 * MIB);
        assertThat(bot.platform().send(destination, clip(11 * MIB))).isEqualTo(new SendResult.TooLarge(10 * MIB));
        assertThat(bot.platform().send(destination, clip(9 * MIB)).isSent()).isTrue();
    }

    @Test
    void aBoostedServerGetsLargerClipsFromTheMomentItIsBoosted() {
        Destination destination = asks(channel);
        guild.tier(2);
        Waiting.until("the boost is known", () -> bot.platform().limits(destination).maxAttachmentBytes() == 50 * MIB);

        assertThat(bot.platform().send(destination, clip(11 * MIB)).isSent()).isTrue();
        quiet();
    }

    @Test
    void aChannelThatWasDeletedEndsTheDeliveryInsteadOfTryingForDays() {
        Channel side = guild.textChannel("side");
        Destination destination = asks(side);
        side.delete();

        assertThat(bot.platform().send(destination, clip(MIB))).isInstanceOf(SendResult.Gone.class);
        Waiting.until("the loss is known", () -> bot.platform().obstacle(destination).equals(Optional.of(Obstacle.GONE)));
        quiet();
    }

    @Test
    void aBotThatWasThrownOutSaysSoBeforeAnybodyPays() {
        Destination destination = asks(channel);
        guild.removeBot();

        Waiting.until("the loss is known", () -> bot.platform().obstacle(destination).equals(Optional.of(Obstacle.NOT_A_MEMBER)));
        assertThat(bot.platform().send(destination, clip(MIB))).isInstanceOf(SendResult.Gone.class);
        quiet();
    }

    @Test
    void missingPermissionsAreKnownBeforeAnybodyPays() {
        Destination destination = asks(channel);
        assertThat(bot.platform().obstacle(destination)).isEmpty();

        channel.deny(Permission.ATTACH_FILES);
        Waiting.until("no files", () -> bot.platform().obstacle(destination).equals(Optional.of(Obstacle.MAY_NOT_ATTACH)));
        assertThat(bot.platform().send(destination, clip(MIB))).isInstanceOf(SendResult.Forbidden.class);
        assertThat(bot.platform().send(destination, Message.of("Words still arrive.")).isSent()).isTrue();

        channel.deny(Permission.SEND_MESSAGES);
        Waiting.until("no words", () -> bot.platform().obstacle(destination).equals(Optional.of(Obstacle.MAY_NOT_WRITE)));
        assertThat(bot.platform().send(destination, Message.of("Words"))).isInstanceOf(SendResult.Forbidden.class);

        channel.deny(Permission.VIEW_CHANNEL);
        Waiting.until("not even seen", () -> bot.platform().obstacle(destination).equals(Optional.of(Obstacle.MAY_NOT_SEE)));
        quiet();
    }

    @Test
    void aLostAnswerBringsTheClipOnceAndKnowsThatItIsThere() {
        Destination destination = asks(channel);
        discord.faults().loseAnswer(CREATE, 1);

        SendResult result = bot.platform().send(destination, clip(MIB));

        assertThat(channel.messages()).singleElement().satisfies(message ->
                assertThat(result).isEqualTo(new SendResult.Sent(new MessageRef("discord", channel.id(), message.id()))));
    }

    @Test
    void aClipInAThreadThatWasArchivedMeanwhileStillArrivesThere() {
        Channel thread = channel.thread("kites");
        Destination destination = asks(thread);
        assertThat(destination.channel()).isEqualTo(channel.id());
        thread.archived(true);

        MessageRef clip = sent(bot.platform().send(destination, clip(MIB)));

        assertThat(thread.messages()).hasSize(1);
        assertThat(clip.channel()).isEqualTo(channel.id());
        assertThat(bot.platform().delete(clip).isSent()).isTrue();
        assertThat(thread.messages()).isEmpty();
        quiet();
    }

    @Test
    void afterARestartOldMessagesCanStillBeChangedAndTakenAway() {
        Destination destination = asks(channel);
        MessageRef progress = sent(bot.platform().send(destination, Clips.progress(10)));
        Destination privately = bot.platform().privateChat(new Account("discord", ada.user().id())).orElseThrow();
        MessageRef note = sent(bot.platform().send(privately, Message.of("A note.")));
        bot.close();
        bot = BotOnFake.connected(discord, clock);

        assertThat(bot.platform().edit(progress, Clips.progress(60)).isSent()).isTrue();
        assertThat(bot.platform().edit(note, Message.of("Another note.")).isSent()).isTrue();
        assertThat(bot.platform().send(destination, clip(MIB)).isSent()).isTrue();
        assertThat(bot.platform().delete(progress).isSent()).isTrue();
        assertThat(bot.platform().delete(progress)).isInstanceOf(SendResult.Gone.class);
        assertThat(ada.privateChannel().messages()).singleElement().satisfies(message ->
                assertThat(message.content()).isEqualTo("Another note."));
        quiet();
    }

    @Test
    void aMessageThatSomebodyDeletedIsGoneAndNotTriedAgain() {
        MessageRef progress = sent(bot.platform().send(asks(channel), Clips.progress(10)));
        assertThat(bot.platform().delete(progress).isSent()).isTrue();

        assertThat(bot.platform().edit(progress, Clips.progress(20))).isInstanceOf(SendResult.Gone.class);
        quiet();
    }

    @Test
    void aBrokenConnectionDelaysAChangeAndLosesNothing() {
        MessageRef progress = sent(bot.platform().send(asks(channel), Clips.progress(10)));
        discord.faults().loseAnswer(EDIT, 1);
        assertThat(bot.platform().edit(progress, Clips.progress(20)).isSent()).isTrue();
        discord.faults().drop(EDIT, 1);
        assertThat(bot.platform().edit(progress, Clips.progress(30)).isSent()).isTrue();

        assertThat(channel.messages()).singleElement().satisfies(message -> assertThat(message.text()).contains("about 30"));
    }

    @Test
    void aClipPassesAllProgressThatWaitsForItsTurn() throws Exception {
        Destination destination = asks(channel);
        MessageRef progress = sent(bot.platform().send(destination, Clips.progress(10)));
        discord.faults().rateLimit(EDIT, Duration.ofSeconds(60), 10);
        List<Thread> painters = IntStream.range(0, 2)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> bot.platform().edit(progress, Clips.progress(20))))
                .toList();
        Waiting.until("no more progress is let in", () ->
                bot.platform().edit(progress, Clips.progress(30)) instanceof SendResult.SlowDown);

        assertThat(bot.platform().send(destination, clip(MIB)).isSent()).isTrue();

        assertThat(painters).allMatch(Thread::isAlive);
        bot.close();
        for (Thread painter : painters) {
            assertThat(painter.join(Duration.ofSeconds(10))).as("a stop ends all waiting").isTrue();
        }
    }

    @Test
    void aLimitForTheWholeBotDelaysEverythingAndLosesNothing() {
        Destination destination = asks(channel);
        discord.faults().globalRateLimit(Duration.ofMillis(500), 2);

        assertThat(bot.platform().send(destination, clip(MIB)).isSent()).isTrue();
        assertThat(bot.platform().send(destination, clip(2 * MIB)).isSent()).isTrue();
        assertThat(channel.messages()).hasSize(2);
        assertThat(bot.loudLog()).allMatch(line -> line.contains("Encountered global rate limit"));
    }

    @Test
    void aMenuThatWasSentBeforeARestartCanStillBeReplacedByWords() {
        Control.Select menu = new Control.Select("v1:pick", "Pick", List.of(new Control.Option("a", "A", false)));
        MessageRef card = sent(bot.platform().send(asks(channel), Message.of("Choose.").withControls(List.of(menu))));
        bot.close();
        bot = BotOnFake.connected(discord, clock);

        assertThat(bot.platform().edit(card, Message.of("It is chosen.")).isSent()).isTrue();

        assertThat(channel.messages()).singleElement().satisfies(message -> assertThat(message.text()).contains("It is chosen."));
    }

    @Test
    void aStormOfRateLimitsDelaysAClipAndLosesNothing() {
        Destination destination = asks(channel);
        discord.faults().rateLimit(CREATE, Duration.ofMillis(300), 2);

        assertThat(bot.platform().send(destination, clip(MIB)).isSent()).isTrue();
        assertThat(channel.messages()).hasSize(1);
    }

    @Test
    void anAgeRestrictedChannelNeedsNoVeil() {
        Destination destination = asks(channel);
        assertThat(bot.platform().isAgeRestricted(destination)).isFalse();

        channel.nsfw(true);

        Waiting.until("it is known", () -> bot.platform().isAgeRestricted(destination));
        quiet();
    }
}
