package org.spoolbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.discord.fake.Channel;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Guild;
import org.spoolbot.discord.fake.Interaction;
import org.spoolbot.discord.fake.Permission;
import org.spoolbot.discord.fake.Person;
import org.spoolbot.testkit.SettableClock;

/** What a member gets, through JDA itself. */
class DeliveryOnDiscordTest {
    private static final long MIB = 1L << 20;
    private static final String EDIT = "PATCH /channels/{}/messages/{}";
    private static final String CREATE = "POST /channels/{}/messages";

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Instant.now());
    private final FakeDiscord discord = FakeDiscord.start(clock);
    private final Guild guild = discord.world().guild("Makers");
    private final Channel channel = guild.general();
    private final Person ada = discord.person("ada");
    private BotOnFake bot;

    @BeforeEach
    void connect() {
        bot = BotOnFake.connected(discord, clock);
    }

    @AfterEach
    void leave() {
        bot.close();
        List<String> faults = discord.violations().all();
        List<String> written = discord.traffic().all().stream()
                .filter(seen -> seen.route().matches("(POST|PATCH) .*(messages|messages/.*|webhooks/\\{}/\\{})"))
                .filter(seen -> seen.status() < 300 && !seen.body().has("allowed_mentions"))
                .map(Object::toString)
                .toList();
        discord.close();
        assertThat(faults).isEmpty();
        assertThat(written).as("what is written without saying whom it may call").isEmpty();
        assertThat(bot.log()).noneMatch(line -> line.contains(discord.token()));
    }

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

    private void quiet() {
        assertThat(bot.loudLog()).isEmpty();
    }

    private Interaction slash(Channel place) {
        return ada.in(place).slash("video", Map.of("prompt", "a red kite"));
    }

    private Destination asks(Channel place) {
        slash(place);
        return heard();
    }

    private Destination heard() {
        return bot.hears(Inbound.Invocation.class).origin().destination();
    }

    private Message clip(long bytes) {
        return Clips.of(folder, bytes, new Account("discord", ada.user().id()), "job-" + bytes);
    }

    private Message forAda(String text) {
        Account account = new Account("discord", ada.user().id());
        return Message.of(text)
                .in(new Message.Envelope(Message.Audience.ASKER, Optional.of(account), Optional.empty(), false));
    }

    private static MessageRef sent(SendResult result) {
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return ((SendResult.Sent) result).message();
    }
}
