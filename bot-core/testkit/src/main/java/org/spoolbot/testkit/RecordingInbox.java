package org.spoolbot.testkit;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;

/** An inbox that keeps what a platform hands over. Thread-safe. */
public final class RecordingInbox implements ChatInbox {
    private final List<Inbound> received = new CopyOnWriteArrayList<>();
    private final List<CommandSpec> commands;
    private volatile boolean busy;

    /** Knows these commands. */
    public RecordingInbox(List<CommandSpec> commands) {
        this.commands = List.copyOf(commands);
    }

    /** From now on full, or not. */
    public void busy(boolean full) {
        busy = full;
    }

    /** What was taken in, in order. */
    public List<Inbound> received() {
        return List.copyOf(received);
    }

    @Override
    public Reception accept(Inbound inbound) {
        if (busy) {
            return Reception.BUSY;
        }
        received.add(inbound);
        return Reception.ACCEPTED;
    }

    @Override
    public List<CommandSpec> commands(Origin origin) {
        return commands;
    }

    @Override
    public String describe(Locale language, String key) {
        return key;
    }

    @Override
    public List<Suggestion> complete(Origin origin, String line) {
        return commands.stream()
                .filter(command -> ("/" + command.name()).startsWith(line))
                .map(command -> new Suggestion("/" + command.name() + " ", command.name(), command.descriptionKey()))
                .toList();
    }
}
