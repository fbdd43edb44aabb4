package org.spoolbot.telegram.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.ChatInbox.MenuEntry;
import org.spoolbot.api.store.KeyValueStore;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The menu of commands, per kind of chat and language. Telegram is told only what changed. It shows; it grants nothing. */
public final class CommandMenu {
    private static final Logger LOG = LoggerFactory.getLogger(CommandMenu.class);
    private static final String TOLD = "menu-of/";
    /** https://core.telegram.org/bots/api#botcommand */
    private static final int MOST_DESCRIPTION = 256;
    /** https://core.telegram.org/bots/api#setmycommands */
    private static final int MOST_COMMANDS = 100;

    private final ChatInbox inbox;
    private final TelegramClient telegram;
    private final KeyValueStore store;
    private final String bot;

    /** Of one bot; another has menus of its own. Tells nothing yet. */
    public CommandMenu(ChatInbox inbox, TelegramClient telegram, KeyValueStore store, String bot) {
        this.bot = bot;
        this.inbox = inbox;
        this.telegram = telegram;
        this.store = store;
    }

    /** Whether Telegram shows the menus as they are now; if not, it is worth another try later. */
    public boolean isTold() {
        return inbox.languages().stream()
                .allMatch(language -> Stream.of(Audience.values()).allMatch(audience -> isTold(audience, language)));
    }

    private boolean isTold(Audience audience, Locale language) {
        List<BotCommand> commands = commands(audience, language);
        String key = TOLD + bot + "/" + audience.name().toLowerCase(Locale.ROOT) + "/" + language.getLanguage();
        String wanted = commands.toString();
        if (store.get(key).filter(wanted::equals).isPresent()) {
            return true;
        }
        try {
            telegram.execute(SetMyCommands.builder()
                    .commands(commands)
                    .scope(audience.scope())
                    .languageCode(language.getLanguage().equals("en") ? null : language.getLanguage())
                    .build());
            store.put(key, wanted);
            return true;
        } catch (TelegramApiException refused) {
            LOG.info("Telegram does not take the menu of commands now: {}", refused.getClass().getSimpleName());
            return false;
        }
    }

    private List<BotCommand> commands(Audience audience, Locale language) {
        List<BotCommand> commands = new ArrayList<>();
        for (MenuEntry entry : inbox.menu()) {
            if (commands.size() < MOST_COMMANDS && audience.sees(entry)) {
                String description = inbox.describe(language, entry.spec().descriptionKey());
                commands.add(new BotCommand(Names.shown(entry.spec().name()), cut(description)));
            }
        }
        return commands;
    }

    private static String cut(String description) {
        return description.length() <= MOST_DESCRIPTION ? description : description.substring(0, MOST_DESCRIPTION - 1) + "…";
    }

    private enum Audience {
        PRIVATE,
        GROUP,
        ADMINISTRATORS;

        boolean sees(MenuEntry entry) {
            Optional<Standing> from = entry.from();
            return switch (this) {
                case PRIVATE -> from.equals(Optional.of(Standing.MEMBER)) && entry.spec().place() == CommandSpec.Place.ANYWHERE;
                case GROUP -> from.equals(Optional.of(Standing.MEMBER));
                case ADMINISTRATORS -> from.isPresent();
            };
        }

        BotCommandScope scope() {
            return switch (this) {
                case PRIVATE -> new BotCommandScopeAllPrivateChats();
                case GROUP -> new BotCommandScopeAllGroupChats();
                case ADMINISTRATORS -> new BotCommandScopeAllChatAdministrators();
            };
        }
    }
}
