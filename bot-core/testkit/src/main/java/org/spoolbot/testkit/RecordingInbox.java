package org.spoolbot.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;

/** An inbox that keeps what a platform hands over. Thread-safe. */
public final class RecordingInbox implements ChatInbox {
    private final List<Inbound> received = new CopyOnWriteArrayList<>();
    private final List<CommandSpec> commands;
    private final Map<String, Control.Form> forms = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final List<MessageAction> messageActions = new CopyOnWriteArrayList<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Set<String> offering = ConcurrentHashMap.newKeySet();
    private volatile Function<String, List<Suggestion>> suggested = _ -> List.of();
    private volatile CountDownLatch formsKnown = new CountDownLatch(0);
    private volatile boolean busy;

    /** Knows these commands. */
    public RecordingInbox(List<CommandSpec> commands) {
        this.commands = List.copyOf(commands);
    }

    /** From now on full, or not. */
    public void busy(boolean full) {
        busy = full;
    }

    /** From now on that action has a form. */
    public RecordingInbox form(String actionId, Control.Form form) {
        forms.put(actionId, form);
        return this;
    }

    /** From now on nobody learns whether there is a form before that. */
    public RecordingInbox slowForms(CountDownLatch until) {
        formsKnown = until;
        return this;
    }

    /** From now on that description key has a name of its own in that language. */
    public RecordingInbox localName(Locale language, String descriptionKey, String name) {
        names.put(language.getLanguage() + ' ' + descriptionKey, name);
        return this;
    }

    /** From now on that can be done with any message. */
    public RecordingInbox messageAction(String action, String labelKey) {
        messageActions.add(new MessageAction(action, labelKey));
        return this;
    }

    /** From now on that description key has that text in that language, and in those without their own if it is English. */
    public RecordingInbox text(Locale language, String descriptionKey, String text) {
        texts.put(language.getLanguage() + ' ' + descriptionKey, text);
        return this;
    }

    /** From now on there are values of its own for that option. */
    public RecordingInbox offering(String command, String option) {
        offering.add(command + ' ' + option);
        return this;
    }

    /** From now on lines go on like this, beside the names of commands. */
    public RecordingInbox suggesting(Function<String, List<Suggestion>> values) {
        suggested = values;
        return this;
    }

    /** What was taken in, in order. */
    public List<Inbound> received() {
        return List.copyOf(received);
    }

    @Override
    public Reception accept(Inbound inbound, Runnable worked) {
        if (busy) {
            return Reception.BUSY;
        }
        received.add(inbound);
        worked.run();
        return Reception.ACCEPTED;
    }

    @Override
    public List<CommandSpec> commands(Origin origin) {
        return commands;
    }

    @Override
    public String describe(Locale language, String key) {
        return texts.getOrDefault(language.getLanguage() + ' ' + key, texts.getOrDefault("en " + key, key));
    }

    @Override
    public List<Suggestion> complete(Origin origin, String line) {
        Stream<Suggestion> names = commands.stream()
                .filter(command -> ("/" + command.name()).startsWith(line))
                .map(command -> new Suggestion("/" + command.name() + " ", command.name(), command.descriptionKey()));
        return Stream.concat(names, suggested.apply(line).stream()).toList();
    }

    /** Commands with a permission are for administrators. */
    @Override
    public List<MenuEntry> menu() {
        return commands.stream()
                .map(spec -> new MenuEntry(
                        spec, Optional.of(spec.permission().isPresent() ? Standing.ADMINISTRATOR : Standing.MEMBER)))
                .toList();
    }

    @Override
    public List<MessageAction> messageActions() {
        return List.copyOf(messageActions);
    }

    @Override
    public Optional<Control.Form> form(Origin origin, String actionId) {
        try {
            formsKnown.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.ofNullable(forms.get(actionId));
    }

    @Override
    public boolean offersValues(String command, String option) {
        return offering.contains(command + ' ' + option);
    }

    @Override
    public List<Locale> languages() {
        return List.of(Locale.ENGLISH, Locale.GERMAN);
    }

    @Override
    public Optional<String> localName(Locale language, String descriptionKey) {
        return Optional.ofNullable(names.get(language.getLanguage() + ' ' + descriptionKey));
    }
}
