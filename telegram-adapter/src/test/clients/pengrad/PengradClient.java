import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.ChatAction;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.model.request.ReplyParameters;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.EditMessageCaption;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.request.SendChatAction;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendVideo;
import com.pengrad.telegrambot.response.BaseResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An echo with a file: a picture comes back as a clip, a pressed button ends it. Arguments: the address of the Bot API and the token. */
final class PengradClient {
    private final TelegramBot bot;
    private final CountDownLatch pressed = new CountDownLatch(1);

    private PengradClient(String api, String token) {
        bot = new TelegramBot.Builder(token).apiUrl(api + "/bot").fileApiUrl(api + "/file/bot").build();
    }

    public static void main(String[] arguments) throws Exception {
        PengradClient client = new PengradClient(arguments[0], arguments[1]);
        client.bot.setUpdatesListener(updates -> {
            updates.forEach(client::answer);
            return UpdatesListener.CONFIRMED_UPDATES_ALL;
        });
        boolean ended = client.pressed.await(2, TimeUnit.MINUTES);
        client.bot.removeGetUpdatesListener();
        client.bot.shutdown();
        System.out.println(ended ? "all fits" : "nobody pressed the button");
    }

    private void answer(Update update) {
        try {
            if (update.callbackQuery() != null) {
                press(update);
            } else if (update.message().photo() != null) {
                echo(update.message());
            } else {
                done(new SendMessage(update.message().chat().id(), "hello " + update.message().text().replace("/start ", "")));
            }
        } catch (Exception failed) {
            failed.printStackTrace();
        }
    }

    private void echo(Message message) throws Exception {
        var sizes = message.photo();
        byte[] bytes = bot.getFileContent(done(new GetFile(sizes[sizes.length - 1].fileId())).file());
        done(new SendChatAction(message.chat().id(), ChatAction.upload_video));
        done(new SendVideo(message.chat().id(), bytes)
                .fileName("clip.mp4").contentType("video/mp4").width(640).height(360).duration(5).supportsStreaming(true)
                .caption("<b>echo</b> of " + bytes.length + " bytes").parseMode(ParseMode.HTML)
                .replyParameters(new ReplyParameters(message.messageId()))
                .replyMarkup(new InlineKeyboardMarkup(new InlineKeyboardButton("More").callbackData("more"))));
    }

    private void press(Update update) {
        var query = update.callbackQuery();
        done(new AnswerCallbackQuery(query.id()).text("got " + query.data()));
        done(new EditMessageCaption(query.maybeInaccessibleMessage().chat().id(), query.maybeInaccessibleMessage().messageId()).caption("pressed"));
        pressed.countDown();
    }

    private <T extends BaseRequest<T, R>, R extends BaseResponse> R done(T request) {
        R answer = bot.execute(request);
        if (!answer.isOk()) {
            throw new IllegalStateException(answer.description());
        }
        return answer;
    }
}
