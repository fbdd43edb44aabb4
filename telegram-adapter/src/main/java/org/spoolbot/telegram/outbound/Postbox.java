package org.spoolbot.telegram.outbound;

import java.time.InstantSource;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.telegram.connection.BotApi;
import org.spoolbot.telegram.render.MenuShelf;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Puts the parts of this package together. */
public final class Postbox implements AutoCloseable {
    private final Outbox outbox;
    private final Changes changes;
    private final MenuShelf menus;
    private final Chats chats;
    private final KnownFiles known;
    private final OpenUploads uploads;
    private final CardPictures cards;
    private final Pauses pauses;

    /** For one server and one bot; files up to that size. */
    public Postbox(PluginContext context, BotApi api, TelegramClient telegram, Bot bot, long mostBytes, InstantSource clock) {
        this.chats = new Chats(context.store(), clock);
        this.menus = new MenuShelf(context.store(), clock);
        this.pauses = new Pauses(context.scheduler());
        this.known = new KnownFiles(context.store(), api.botId(), clock);
        Calls calls = new Calls(new Flood(clock, pauses), chats);
        Thumbnails thumbnails = new Thumbnails(context::dataFolder);
        FileSender files = new FileSender(telegram, known, thumbnails);
        this.cards = new CardPictures(thumbnails, context.store(), clock);
        this.uploads = new OpenUploads(context.store(), clock);
        PrivateWay privateWay = new PrivateWay(context.translator(), bot, clock);
        this.outbox = new Outbox(telegram, calls, new Outbox.Senders(files, cards), menus, privateWay, uploads, mostBytes);
        this.changes = new Changes(telegram, calls, menus, new EditPace(clock), cards);
    }

    /** What sends. */
    public Outbox outbox() {
        return outbox;
    }

    /** What edits and deletes. */
    public Changes changes() {
        return changes;
    }

    /** What stands under messages. */
    public MenuShelf menus() {
        return menus;
    }

    /** Where chats are. */
    public Chats chats() {
        return chats;
    }

    /** Forgets what is too old. */
    public void tidy() {
        menus.tidy();
        known.tidy();
        uploads.tidy();
        cards.tidy();
    }

    /** Nobody waits for a turn any more; what was not sent says so. */
    @Override
    public void close() {
        pauses.close();
    }
}
