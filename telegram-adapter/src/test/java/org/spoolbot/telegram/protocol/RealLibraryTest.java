package org.spoolbot.telegram.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Kind;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Press;
import org.spoolbot.telegram.fake.World;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.ExponentialBackOff;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendVideo;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaVideo;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** A whole conversation of the library that the adapter is built on. */
@Isolated("sets the loggers of the whole process")
class RealLibraryTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakeTelegram telegram = FakeTelegram.start(InstantSource.system());
    private final BlockingQueue<Update> updates = new LinkedBlockingQueue<>();
    private final OkHttpClient http = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(60)).retryOnConnectionFailure(false).build();
    private final TelegramUrl url = TelegramUrl.builder().schema("http").host("127.0.0.1").port(telegram.apiUrl().getPort()).build();
    private final OkHttpTelegramClient bot = new OkHttpTelegramClient(http, telegram.token(), url);
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private final Person ada = telegram.person("Ada");
    private TelegramBotsLongPollingApplication application;
    private BotSession session;

    @BeforeAll
    static void hush() {
        // The library writes a stack trace for every poll that ends with its test.
        ((Logger) LoggerFactory.getLogger("org.telegram")).setLevel(Level.OFF);
    }

    @BeforeEach
    void poll() throws TelegramApiException {
        application = new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, () -> executor, ExponentialBackOff::new);
        session = application.registerBot(telegram.token(), () -> url,
                last -> GetUpdates.builder().offset(last + 1).limit(100).timeout(50).build(), batch -> updates.addAll(batch));
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
        http.dispatcher().cancelAll();
        executor.shutdownNow();
        telegram.close();
        assertThat(session.isRunning()).isFalse();
        assertThat(telegram.violations().all()).isEmpty();
    }

    @Test
    void a_clip_is_asked_for_described_confirmed_and_delivered(@TempDir Path folder) throws Exception {
        ada.privately().says("/video");
        Message asked = next().getMessage();
        assertThat(asked.getEntities().getFirst().getType()).isEqualTo("bot_command");
        Message question = bot.execute(SendMessage.builder().chatId(asked.getChatId()).text("What shall it show?").replyMarkup(new ForceReplyKeyboard(true)).build());
        Posted shown = ada.privateChat().byId(question.getMessageId());
        assertThat(shown.asksForReply()).isTrue();
        ada.privately().replies(shown, Media.photo(FakeTelegramTest.picture("jpeg", 640, 480)), "A red kite over dunes");
        Message answer = next().getMessage();
        assertThat(answer.getReplyToMessage().getMessageId()).isEqualTo(question.getMessageId());
        assertThat(answer.getPhoto()).hasSize(3);
        var file = bot.execute(new GetFile(answer.getPhoto().getLast().getFileId()));
        assertThat(file.getFilePath()).startsWith("photos/");

        Message card = bot.execute(SendMessage.builder().chatId(asked.getChatId()).text("<b>Card</b>").parseMode("HTML").replyMarkup(keyboard("Generate", "go")).build());
        Press press = ada.privately().taps(ada.privateChat().byId(card.getMessageId()), "Generate");
        Update pressed = next();
        bot.execute(new AnswerCallbackQuery(pressed.getCallbackQuery().getId()));
        assertThat(press.awaitAnswer(SOON)).isTrue();
        bot.execute(EditMessageText.builder().chatId(asked.getChatId()).messageId(card.getMessageId()).text("50 %").build());
        bot.execute(SendChatAction.builder().chatId(asked.getChatId()).action(ActionType.UPLOAD_VIDEO.toString()).build());

        File clip = written(folder, "clip.mp4", new byte[3 << 20]);
        File small = written(folder, "small.jpg", FakeTelegramTest.picture("jpeg", 320, 180));
        Message sent = bot.execute(SendVideo.builder().chatId(asked.getChatId()).video(new InputFile(clip, "clip.mp4")).thumbnail(new InputFile(small, "small.jpg"))
                .width(1280).height(720).duration(5).supportsStreaming(true).caption("A red kite").build());
        assertThat(sent.getVideo().getWidth()).isEqualTo(1280);
        assertThat(sent.getVideo().getFileSize()).isEqualTo(3L << 20);
        bot.execute(SendVideo.builder().chatId(asked.getChatId()).video(new InputFile(sent.getVideo().getFileId())).build());
        assertThat(ada.privateChat().fromBot()).extracting(Posted::kind).filteredOn(java.util.Optional::isPresent).hasSize(2);
        assertThat(ada.privateChat().actions()).containsExactly("upload_video");
    }

    @Test
    void a_picture_message_becomes_a_clip_and_an_album_stays_in_its_topic(@TempDir Path folder) throws Exception {
        var forum = telegram.world().forum("Studio", ada);
        int topic = forum.topic("Clips");
        ada.in(forum, topic).says("/video@" + World.BOT_NAME + " a kite");
        Message asked = next().getMessage();
        assertThat(asked.getIsTopicMessage()).isTrue();
        assertThat(asked.getMessageThreadId()).isEqualTo(topic);
        File one = written(folder, "one.jpg", FakeTelegramTest.picture("jpeg", 100, 100));
        File two = written(folder, "two.jpg", FakeTelegramTest.picture("jpeg", 100, 100));
        List<Message> album = bot.execute(SendMediaGroup.builder().chatId(asked.getChatId()).messageThreadId(topic)
                .media(new InputMediaPhoto(one, "one.jpg")).media(new InputMediaPhoto(two, "two.jpg")).build());
        assertThat(album).hasSize(2).allMatch(each -> each.getMediaGroupId() != null && each.getMessageThreadId() == topic);

        File still = written(folder, "still.mp4", new byte[1000]);
        Message text = bot.execute(SendMessage.builder().chatId(asked.getChatId()).messageThreadId(topic).text("soon").build());
        bot.execute(EditMessageMedia.builder().chatId(asked.getChatId()).messageId(text.getMessageId())
                .media(InputMediaVideo.builder().media(still, "still.mp4").width(640).height(360).duration(2).caption("done").build()).build());
        Posted done = forum.byId(text.getMessageId());
        assertThat(done.kind()).contains(Kind.VIDEO);
        assertThat(done.thread()).isEqualTo(topic);
        bot.execute(SetMessageReaction.builder().chatId(asked.getChatId()).messageId(asked.getMessageId()).reactionTypes(List.of(new ReactionTypeEmoji("👍"))).build());
        assertThat(forum.byId(asked.getMessageId()).reactions()).containsExactly("👍");
    }

    @Test
    void menus_and_administrators_are_told_per_scope_and_chat() throws Exception {
        var group = telegram.world().supergroup("Makers", ada, telegram.person("Bob"));
        group.promote(ada, "can_restrict_members");
        bot.execute(SetMyCommands.builder().commands(List.of(new BotCommand("admin", "Settings"))).scope(new BotCommandScopeAllChatAdministrators()).languageCode("ru").build());
        assertThat(telegram.world().menus().commands("all_chat_administrators", "ru")).containsExactly("admin");
        assertThat(telegram.world().menus().shownTo(ada.speaks("ru"), group)).containsExactly("admin");
        assertThat(telegram.world().menus().shownTo(telegram.person("Bob").speaks("ru"), group)).isEmpty();
        assertThat(bot.execute(new GetMe()).getUserName()).isEqualTo(World.BOT_NAME);
        String chat = Long.toString(group.id());
        assertThat(bot.execute(new GetChatAdministrators(chat))).singleElement().extracting(member -> member.getUser().getId()).isEqualTo(ada.id());
        assertThat(bot.execute(new GetChatMember(chat, telegram.person("Bob").id())).getStatus()).isEqualTo("member");
    }

    @Test
    void refusals_reach_the_library_with_their_parameters() throws Exception {
        var group = telegram.world().group("Old", ada);
        var next = group.migrate(ada);
        assertThatThrownBy(() -> bot.execute(message(group.id()))).isInstanceOfSatisfying(TelegramApiRequestException.class, refused ->
                assertThat(refused.getParameters().getMigrateToChatId()).isEqualTo(next.id()));
        telegram.faults().next("sendMessage", Fault.tooManyRequests(3));
        assertThatThrownBy(() -> bot.execute(message(next.id()))).isInstanceOfSatisfying(TelegramApiRequestException.class, refused ->
                assertThat(refused.getParameters().getRetryAfter()).isEqualTo(3));
        next.kickBot(ada);
        assertThatThrownBy(() -> bot.execute(message(next.id()))).hasMessageContaining("bot was kicked from the supergroup chat");
        ada.privately().starts();
        ada.blocks();
        assertThatThrownBy(() -> bot.execute(message(ada.id()))).hasMessageContaining("bot was blocked by the user");
        List<Update> heard = List.of(next(), next(), next(), next(), next());
        assertThat(heard.get(0).getMessage().getMigrateToChatId()).isEqualTo(next.id());
        assertThat(heard.get(1).getMessage().getMigrateFromChatId()).isEqualTo(group.id());
        assertThat(heard.get(2).getMyChatMember().getNewChatMember().getStatus()).isEqualTo("kicked");
        assertThat(heard.get(4).getMyChatMember().getChat().isUserChat()).isTrue();
    }

    private Update next() throws InterruptedException {
        Update update = updates.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(update).as("an update in time").isNotNull();
        return update;
    }

    private static BotApiMethod<? extends Serializable> message(long chat) {
        return SendMessage.builder().chatId(chat).text("hello").build();
    }

    private static InlineKeyboardMarkup keyboard(String label, String data) {
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(InlineKeyboardButton.builder().text(label).callbackData(data).build())));
    }

    private static File written(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toFile();
    }
}
