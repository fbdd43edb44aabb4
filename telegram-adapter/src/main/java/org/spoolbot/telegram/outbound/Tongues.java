package org.spoolbot.telegram.outbound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.telegram.shelf.RecentlyUsed;

/** The language in which somebody, or anybody of a group, used Telegram last, as far as it is in memory. Thread-safe. */
public final class Tongues {
    private static final int MOST = 10_000;

    private final Map<Account, Locale> languages = new RecentlyUsed<>(MOST);

    /** That person's or group's language, English if it is not known. */
    public synchronized Locale of(Optional<Account> account) {
        return account.map(languages::get).orElse(Locale.ENGLISH);
    }

    private synchronized void heard(Origin origin) {
        origin.language().ifPresent(language -> {
            languages.put(origin.account(), language);
            languages.put(new Account(origin.account().platform(), origin.destination().channel()), language);
        });
    }

    /** The same inbox, listened to. */
    public ChatInbox listeningTo(ChatInbox server) {
        return new Ear(server);
    }

    private final class Ear implements ChatInbox {
        private final ChatInbox server;

        Ear(ChatInbox server) {
            this.server = server;
        }

        @Override
        public Reception accept(Inbound inbound, Runnable worked) {
            heard(inbound.origin());
            return server.accept(inbound, worked);
        }

        @Override
        public List<MenuEntry> menu() {
            return server.menu();
        }

        @Override
        public List<MessageAction> messageActions() {
            return server.messageActions();
        }

        @Override
        public Optional<Control.Form> form(Origin origin, String actionId) {
            heard(origin);
            return server.form(origin, actionId);
        }

        @Override
        public List<Locale> languages() {
            return server.languages();
        }

        @Override
        public Optional<String> localName(Locale language, String descriptionKey) {
            return server.localName(language, descriptionKey);
        }

        @Override
        public List<CommandSpec> commands(Origin origin) {
            return server.commands(origin);
        }

        @Override
        public String describe(Locale language, String key) {
            return server.describe(language, key);
        }

        @Override
        public List<Suggestion> complete(Origin origin, String line) {
            return server.complete(origin, line);
        }

        @Override
        public boolean offersValues(String command, String option) {
            return server.offersValues(command, option);
        }
    }
}
