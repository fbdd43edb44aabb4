package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.command.ActionHandler;
import org.spoolbot.api.command.CommandHandler;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.FormSource;
import org.spoolbot.api.command.MessageHandler;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.plugin.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** The commands and actions of all plugins, in memory. */
final class CommandTable implements CommandDirectory {
    @Inject
    CommandTable() {}

    private final ConcurrentMap<String, Command> commands = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ActionEntry> actions = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Function<String, List<String>>> values = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, FormEntry> forms = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, MessageEntry> messageActions = new ConcurrentHashMap<>();

    @Override
    public Registration add(String pluginId, Translator texts, CommandSpec spec, CommandHandler handler) {
        Command command = new Command(pluginId, texts, spec, handler);
        Command other = commands.putIfAbsent(spec.name(), command);
        if (other != null) {
            throw new IllegalStateException("the plugin " + other.pluginId() + " already has a command " + spec.name());
        }
        return () -> commands.remove(spec.name(), command);
    }

    @Override
    public Registration addAction(String pluginId, Translator texts, String action, ActionHandler handler) {
        ActionEntry entry = new ActionEntry(pluginId, texts, handler);
        ActionEntry other = actions.putIfAbsent(action, entry);
        if (other != null) {
            throw new IllegalStateException("the plugin " + other.pluginId() + " already has an action " + action);
        }
        return () -> actions.remove(action, entry);
    }

    @Override
    public Registration addValues(String command, String option, Function<String, List<String>> offered) {
        String key = command + " " + option;
        values.put(key, offered);
        return () -> values.remove(key, offered);
    }

    @Override
    public Registration addForm(Translator texts, String action, FormSource source) {
        FormEntry entry = new FormEntry(texts, source);
        forms.put(action, entry);
        return () -> forms.remove(action, entry);
    }

    @Override
    public Registration addMessageAction(
            String pluginId, Translator texts, ChatInbox.MessageAction action, MessageHandler handler) {
        MessageEntry entry = new MessageEntry(pluginId, texts, action, handler);
        MessageEntry other = messageActions.putIfAbsent(action.action(), entry);
        if (other != null) {
            throw new IllegalStateException("the plugin " + other.pluginId() + " already has an action " + action.action());
        }
        return () -> messageActions.remove(action.action(), entry);
    }

    Optional<FormEntry> form(String action) {
        return Optional.ofNullable(forms.get(action));
    }

    Optional<MessageEntry> messageAction(String action) {
        return Optional.ofNullable(messageActions.get(action));
    }

    /** All that can be done with a message, sorted by action. */
    List<MessageEntry> messageActions() {
        return messageActions.values().stream()
                .sorted(Comparator.comparing(entry -> entry.action().action()))
                .toList();
    }

    /** What to offer for an option of a line, if its plugin says so. */
    Optional<List<String>> values(String command, String option, String line) {
        return Optional.ofNullable(values.get(command + " " + option)).map(offered -> offered.apply(line));
    }

    boolean hasValues(String command, String option) {
        return values.containsKey(command + " " + option);
    }

    Optional<Command> find(String name) {
        return Optional.ofNullable(commands.get(name.toLowerCase(Locale.ROOT)));
    }

    /** By the name that menus show in a language. */
    Optional<Command> find(Locale language, String name) {
        return all().stream()
                .filter(command -> command.texts()
                        .find(language, command.spec().descriptionKey() + Menus.NAME)
                        .filter(name::equals)
                        .isPresent())
                .findFirst();
    }

    Optional<ActionEntry> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    /** All commands, sorted by name. */
    List<Command> all() {
        return commands.values().stream()
                .sorted(Comparator.comparing(command -> command.spec().name()))
                .toList();
    }

    record Command(String pluginId, Translator texts, CommandSpec spec, CommandHandler handler) {}

    record ActionEntry(String pluginId, Translator texts, ActionHandler handler) {}

    record FormEntry(Translator texts, FormSource source) {}

    record MessageEntry(String pluginId, Translator texts, ChatInbox.MessageAction action, MessageHandler handler) {
        String name() {
            return action.action();
        }
    }
}
