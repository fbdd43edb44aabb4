package org.spoolbot.telegram.render;

import org.spoolbot.api.identity.Account;

/** A question to one person, as Telegram's HTML. */
public final class QuestionText {
    private static final int MOST_VALUE = 3_500;
    private static final int MOST_LABEL = 200;

    private QuestionText() {}

    /** Names the person, so that the field to write in opens for them alone, and shows what stands there now, to copy. */
    public static String of(Account person, String label, String value, String hint) {
        String who = person.id().matches("[0-9]{1,19}") ? "<a href=\"tg://user?id=" + person.id() + "\">✏️</a> " : "";
        String present = value.isEmpty() ? "" : "\n<pre>" + PlainText.escaped(PlainText.cut(PlainText.seen(value), MOST_VALUE)) + "</pre>";
        return who + "<b>" + PlainText.html(PlainText.label(label, MOST_LABEL)) + "</b>\n" + PlainText.html(PlainText.seen(hint)) + present;
    }
}
