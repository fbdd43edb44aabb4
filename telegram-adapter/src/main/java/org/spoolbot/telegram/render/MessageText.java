package org.spoolbot.telegram.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Progress;

/** The words of a message as Telegram's HTML, within a limit that counts the words alone. */
public final class MessageText {
    /** Of a message (https://core.telegram.org/bots/api#sendmessage). */
    public static final int MOST_TEXT = 4_096;
    /** Under a file (https://core.telegram.org/bots/api#sendvideo). */
    public static final int MOST_CAPTION = 1_024;

    private static final int BAR_CELLS = 12;
    /** A word that carries the mention of whoever is meant; it needs no name. */
    private static final String BELL = "🔔";

    private final StringBuilder html = new StringBuilder();
    private int left;

    private MessageText(int most) {
        this.left = most;
    }

    /** The whole message; the person mentioned, if any, is notified. What does not fit is taken from the body of its card if it can be. */
    public static String of(Message message, int most) {
        return written(fitting(message, most), most).html.toString().strip();
    }

    /** How long the whole message is, as Telegram counts. */
    public static int length(Message message) {
        return Integer.MAX_VALUE - written(message, Integer.MAX_VALUE).left;
    }

    /** The facts of a card, below its body, matter more than the end of the body. */
    private static Message fitting(Message message, int most) {
        int body = message.card().map(card -> PlainText.seen(card.body()).length()).orElse(0);
        int over = body == 0 ? 0 : length(message) - most;
        return over <= 0 ? message : message.with(shortened(message.card().orElseThrow(), Math.max(1, body - over)));
    }

    private static Card shortened(Card card, int body) {
        return new Card(card.title(), PlainText.cut(PlainText.seen(card.body()), body), card.fields(), card.thumbnails(), card.tone());
    }

    private static MessageText written(Message message, int most) {
        MessageText text = new MessageText(most);
        message.envelope().mention().filter(_ -> message.envelope().audience() == Message.Audience.CHANNEL).ifPresent(text::mention);
        text.plain(message.text());
        message.progress().ifPresent(text::progress);
        message.card().ifPresent(text::card);
        return text;
    }

    private void mention(Account account) {
        if (account.platform().equals("telegram") && account.id().matches("[0-9]{1,19}")) {
            html.append("<a href=\"tg://user?id=").append(account.id()).append("\">").append(BELL).append("</a> ");
            left -= BELL.length() + 1;
        }
    }

    private void plain(String text) {
        String clean = PlainText.seen(text);
        String fitting = PlainText.cut(clean, left);
        // Once something was cut off, what comes after would only be torn out of its context.
        left = !fitting.equals(clean) ? 0 : left - fitting.length();
        html.append(PlainText.html(fitting));
    }

    private void tagged(String tag, String text) {
        if (left > 0 && !text.isBlank()) {
            html.append('<').append(tag).append('>');
            plain(text);
            html.append("</").append(tag).append('>');
        }
    }

    private void line() {
        if (!html.isEmpty() && left > 1) {
            html.append('\n');
            left--;
        }
    }

    private void progress(Progress progress) {
        line();
        List<String> facts = new ArrayList<>(List.of(progress.label()));
        progress.position().ifPresent(position -> facts.add("#" + position));
        progress.eta().ifPresent(facts::add);
        plain(String.join(" · ", facts));
        if (progress.fraction().isPresent()) {
            line();
            plain(bar(progress.fraction().getAsDouble()));
        }
    }

    private static String bar(double fraction) {
        int full = (int) Math.round(Math.clamp(fraction, 0, 1) * BAR_CELLS);
        return "▰".repeat(full) + "▱".repeat(BAR_CELLS - full) + " " + Math.round(Math.clamp(fraction, 0, 1) * 100) + " %";
    }

    private void card(Card card) {
        line();
        tone(card.tone()).ifPresent(this::plain);
        tagged("b", card.title());
        if (!card.body().isEmpty()) {
            line();
            plain(card.body());
        }
        for (Card.Field field : card.fields()) {
            line();
            tagged("b", field.name() + ":");
            plain(" " + field.value());
        }
    }

    private static Optional<String> tone(Card.Tone tone) {
        return switch (tone) {
            case INFO -> Optional.empty();
            case SUCCESS -> Optional.of("✅ ");
            case WARNING -> Optional.of("⚠️ ");
            case ERROR -> Optional.of("⛔ ");
        };
    }
}
