package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes inputs from the platforms: bounded, in order per person and channel, beside each other otherwise. */
final class Dispatcher implements ChatInbox {
    static final int MAX_WAITING = 5_000;
    static final int MAX_PER_LANE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Lanes<Lane> lanes;
    private final InputDesk desk;
    private final Completion completion;
    private final SenderResolver senders;
    private final CommandDesk commands;
    private final Menus menus;
    private final Watchdog watchdog;

    @Inject
    Dispatcher(
            ExecutorService executor,
            InputDesk desk,
            Completion completion,
            SenderResolver senders,
            CommandDesk commands,
            Menus menus,
            Watchdog watchdog) {
        this.lanes = new Lanes<>(executor, MAX_WAITING, MAX_PER_LANE);
        this.desk = desk;
        this.completion = completion;
        this.senders = senders;
        this.commands = commands;
        this.menus = menus;
        this.watchdog = watchdog;
    }

    @Override
    public Reception accept(Inbound inbound, Runnable worked) {
        Inbound held = held(inbound);
        Origin origin = held.origin();
        Lane lane = new Lane(origin.account(), origin.destination().channel());
        if (lanes.submit(lane, () -> work(held, worked))) {
            return Reception.ACCEPTED;
        }
        letGo(held);
        return Reception.BUSY;
    }

    private void work(Inbound inbound, Runnable worked) {
        try (Watchdog.Watch _ = watchdog.watch(desk.describe(inbound))) {
            desk.handle(inbound);
        } finally {
            letGo(inbound);
            report(worked);
        }
        learn(inbound.origin());
    }

    /** Work that the server's stop broke off is done again after the next start. */
    private static void report(Runnable worked) {
        if (!Thread.currentThread().isInterrupted()) {
            worked.run();
        }
    }

    /** After the answer, so that nobody waits for it. */
    private void learn(Origin origin) {
        try {
            completion.learn(senders.recalled(origin));
        } catch (RuntimeException unreadable) {
            LOG.warn("the jobs of somebody could not be read for offering them", unreadable);
        }
    }

    @Override
    public List<CommandSpec> commands(Origin origin) {
        return commands.visible(senders.recalled(origin));
    }

    @Override
    public String describe(Locale language, String key) {
        return menus.describe(language, key);
    }

    @Override
    public List<MenuEntry> menu() {
        return menus.commands();
    }

    @Override
    public List<MessageAction> messageActions() {
        return menus.messageActions();
    }

    @Override
    public Optional<Control.Form> form(Origin origin, String actionId) {
        return menus.form(origin, actionId);
    }

    @Override
    public boolean offersValues(String command, String option) {
        return menus.offersValues(command, option);
    }

    @Override
    public List<Locale> languages() {
        return Languages.ALL;
    }

    @Override
    public Optional<String> localName(Locale language, String descriptionKey) {
        return menus.localName(language, descriptionKey);
    }

    @Override
    public List<Suggestion> complete(Origin origin, String line) {
        return completion.complete(senders.recalled(origin), line);
    }

    /** The same input with uploads that are let go of once, and with answers as replies to the message. */
    private static Inbound held(Inbound inbound) {
        return switch (inbound) {
            case Inbound.TextInput text -> new Inbound.TextInput(
                    answering(text.origin(), text.messageId()),
                    text.messageId(),
                    text.text(),
                    held(text.uploads()),
                    text.address());
            case Inbound.Invocation call -> {
                Map<String, Upload> files = new HashMap<>();
                call.attachments().forEach((name, upload) -> files.put(name, new HeldUpload(upload)));
                yield new Inbound.Invocation(call.origin(), call.path(), call.options(), files, held(call.uploads()));
            }
            case Inbound.Action action -> new Inbound.Action(
                    action.origin(), action.messageId(), action.actionId(), action.values(), held(action.uploads()));
            case Inbound.Pointing pointing -> new Inbound.Pointing(
                    pointing.origin(), pointing.action(), pointing.messageId(), held(pointing.uploads()));
        };
    }

    private static List<Upload> held(List<Upload> uploads) {
        return uploads.stream().<Upload>map(HeldUpload::new).toList();
    }

    private static Origin answering(Origin origin, String messageId) {
        return new Origin(
                origin.account(),
                origin.name(),
                origin.language(),
                origin.destination().replyingTo(messageId),
                origin.standing(),
                origin.roles(),
                origin.writtenAt());
    }

    private static void letGo(Inbound inbound) {
        switch (inbound) {
            case Inbound.TextInput text -> text.uploads().forEach(Upload::discard);
            case Inbound.Invocation invocation -> {
                invocation.attachments().values().forEach(Upload::discard);
                invocation.uploads().forEach(Upload::discard);
            }
            case Inbound.Action action -> action.uploads().forEach(Upload::discard);
            case Inbound.Pointing pointing -> pointing.uploads().forEach(Upload::discard);
        }
    }

    private record Lane(Account account, String channel) {}
}
