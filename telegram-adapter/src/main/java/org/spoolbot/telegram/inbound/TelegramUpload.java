package org.spoolbot.telegram.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.OptionalLong;
import org.spoolbot.api.media.Upload;

/**
 * A file of a message. It has no public link: its address would hold the bot's token.
 *
 * @param id Telegram's own, good for this bot
 * @param language of who hears of it if it cannot be had
 */
record TelegramUpload(String name, String id, OptionalLong declaredSize, Locale language, FileDesk desk) implements Upload {
    @Override
    public InputStream open() throws IOException {
        return desk.open(this);
    }

    /** Without its way to the file. */
    @Override
    public String toString() {
        return "TelegramUpload[size=" + declaredSize + "]";
    }
}
