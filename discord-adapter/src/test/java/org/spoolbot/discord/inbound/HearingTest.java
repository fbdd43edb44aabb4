package org.spoolbot.discord.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.testkit.RecordingInbox;
import org.spoolbot.testkit.SettableClock;

class HearingTest {
    private static final Control.Form FORM = new Control.Form(
            "Remix", "Go", List.of(new Control.TextField("prompt", "Prompt", "", true, 100)));
    private static final CommandSpec VIDEO = CommandSpec.of(
            "video", "command.video", List.of(OptionSpec.named("prompt", "command.video.prompt", OptionSpec.Type.TEXT)));
    private static final Origin ADA = new Origin(
            new Account("discord", "1"),
            "ada",
            Optional.empty(),
            new Destination("discord", Optional.empty(), "2", Optional.empty(), Optional.empty()),
            Standing.MEMBER,
            Set.of(),
            Instant.EPOCH);

    @Test
    void theMentionIsCutOutAndTheWordsStayApart() {
        assertThat(MessageEar.withoutMention("<@7> make it rain", "7")).isEqualTo("make it rain");
        assertThat(MessageEar.withoutMention("please <@!7> continue", "7")).isEqualTo("please continue");
        assertThat(MessageEar.withoutMention("ask <@77> instead", "7")).isEqualTo("ask <@77> instead");
        assertThat(MessageEar.withoutMention("<@7>", "7")).isEmpty();
    }

    @Test
    void whatBotsAndWebhooksWriteIsNotAnsweredSoThatTwoBotsCannotTalkForEver() {
        assertThat(MessageEar.speaksToBot(privateMessage(false, false))).isTrue();
        assertThat(MessageEar.speaksToBot(privateMessage(true, false))).isFalse();
        assertThat(MessageEar.speaksToBot(privateMessage(false, true))).isFalse();
    }

    @Test
    void everySentenceOfOursIsThereInEveryLanguage() throws IOException {
        for (String language : List.of("", "_de", "_es", "_ru", "_zh")) {
            Properties texts = new Properties();
            try (InputStream file = HearingTest.class.getResourceAsStream("/messages" + language + ".properties")) {
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            assertThat(texts).containsKeys(HandOver.FAULT, Reply.TRY_AGAIN, Listener.PRESS_AGAIN);
        }
    }

    @Test
    void anInteractionThatDiscordSaysTwiceIsMetOnce() {
        Seen seen = new Seen();

        assertThat(seen.first(1)).isTrue();
        assertThat(seen.first(1)).isFalse();
        for (long id = 2; id <= Seen.MOST + 1; id++) {
            seen.first(id);
        }
        assertThat(seen.first(Seen.MOST + 1)).isFalse();
        assertThat(seen.first(1)).isTrue();
    }

    @Test
    void aSuggestionBecomesTheValueAndNotTheWholeLine() {
        Typing typing = new Typing("/video --model kling --ratio ", "1", OptionType.STRING);
        List<Command.Choice> choices = typing.choices(List.of(
                new Suggestion("/video --model kling --ratio 16:9", "16:9 (wide)", ""),
                new Suggestion("/video --model kling --seed", "--seed", "")));

        assertThat(typing.line()).isEqualTo("/video --model kling --ratio 1");
        assertThat(choices).extracting(Command.Choice::getName, Command.Choice::getAsString)
                .containsExactly(tuple("16:9 (wide)", "16:9"));
    }

    @Test
    void anOptionOfNumbersIsOfferedNumbers() {
        Typing typing = new Typing("/video --duration ", "", OptionType.INTEGER);
        List<Command.Choice> choices = typing.choices(List.of(
                new Suggestion("/video --duration 5", "5", ""), new Suggestion("/video --duration long", "long", "")));

        assertThat(choices).extracting(Command.Choice::getAsLong).containsExactly(5L);
    }

    @Test
    void noMoreSuggestionsThanDiscordShows() {
        List<Suggestion> many = IntStream.range(0, 40)
                .mapToObj(number -> new Suggestion("/show --job " + number, "", ""))
                .toList();

        assertThat(new Typing("/show --job ", "", OptionType.STRING).choices(many)).hasSize(25);
    }

    @Test
    void aFormThatTakesTooLongIsNotWaitedFor() {
        CountDownLatch release = new CountDownLatch(1);
        ChatInbox slow = Doubles.of(ChatInbox.class, Map.of("form", (Supplier<Object>) () -> await(release)));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            FormDesk desk = new FormDesk(slow, executor, Duration.ofMillis(20));

            assertThat(desk.ask(ADA, "v1:remix:a")).isInstanceOf(FormDesk.Unknown.class);
            release.countDown();
        }
    }

    @Test
    void aButtonOpensItsFormOrIsSentAtOnce() {
        RecordingInbox inbox = new RecordingInbox(List.of()).form("v1:remix:a", FORM);
        FormDesk desk = new FormDesk(inbox, Runnable::run, Duration.ofSeconds(1));

        assertThat(desk.ask(ADA, "v1:remix:a")).isEqualTo(new FormDesk.Open(FORM));
        assertThat(desk.ask(ADA, "v1:delete:a")).isInstanceOf(FormDesk.Press.class);
    }

    @Test
    void aCommandThatAPluginBringsLaterAsksByFormTheNextTime() {
        SettableClock clock = SettableClock.atTen();
        List<ChatInbox.MenuEntry> menu = new ArrayList<>();
        Questions questions = new Questions(Doubles.of(ChatInbox.class, Map.of("menu", menu)), clock);
        menu.add(entry(CommandSpec.of("help", "command.help", List.of())));
        menu.add(entry(VIDEO.asking(new CommandSpec.Questions(List.of("prompt"), 10))));
        assertThat(questions.of("video")).isEmpty();

        clock.advance(Duration.ofSeconds(10));
        questions.refresh();
        assertThat(questions.of("video")).isPresent();
        assertThat(questions.of("help")).isEmpty();
    }

    private static Message privateMessage(boolean byBot, boolean byWebhook) {
        User author = Doubles.of(User.class, Map.of("isBot", byBot, "isSystem", false));
        return Doubles.of(
                Message.class,
                Map.of("getAuthor", author, "isWebhookMessage", byWebhook, "getType", MessageType.DEFAULT, "isFromGuild", false));
    }

    private static ChatInbox.MenuEntry entry(CommandSpec spec) {
        return new ChatInbox.MenuEntry(spec, Optional.of(Standing.MEMBER));
    }

    private static Optional<Control.Form> await(CountDownLatch release) {
        try {
            release.await();
            return Optional.of(FORM);
        } catch (InterruptedException stopped) {
            return Optional.empty();
        }
    }
}
