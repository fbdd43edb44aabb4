package org.spoolbot.telegram.outbound;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.telegram.connection.BotApi;
import org.spoolbot.telegram.render.MenuShelf;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Puts the parts of this package together. */
public final class Postbox {
    private final Outbox outbox;
    private final Changes changes;
    private final MenuShelf menus;
    private final Chats chats;

    /** For one server and one bot; files up to that size. */
    public Postbox(PluginContext context, BotApi api, TelegramClient telegram, Bot bot, long mostBytes, Around around) {
        this.chats = new Chats(context.store());
        this.menus = new MenuShelf(context.store(), around.clock());
        Calls calls = new Calls(new Flood(around.clock(), pause -> wait(context.scheduler(), pause)), chats);
        KnownFiles known = new KnownFiles(context.store(), api.botId());
        FileSender files = new FileSender(telegram, known, new Thumbnails(context::dataFolder, around.log()));
        this.outbox = new Outbox(telegram, calls, files, menus, new PrivateWay(context.translator(), bot), mostBytes);
        this.changes = new Changes(telegram, calls, menus);
    }

    private static void wait(TaskScheduler tasks, java.time.Duration pause) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        tasks.after(pause, over::countDown);
        over.await();
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

    /** Time, and where faults are told. */
    public record Around(InstantSource clock, Logger log) {}
}
