package org.spoolbot.discord.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.platform.ChatInbox;

/** Which commands ask by form when they are called with nothing. Known before a command comes, so that its answer need not wait. */
final class Questions {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ChatInbox inbox;
    private final InstantSource clock;
    private volatile Known known;

    Questions(ChatInbox inbox, InstantSource clock) {
        this.inbox = inbox;
        this.clock = clock;
        this.known = read();
    }

    /** The command, if it asks. From memory. */
    Optional<CommandSpec> of(String command) {
        return Optional.ofNullable(known.asking().get(command));
    }

    /** Looks whether there are other commands by now. To be called when nobody waits. */
    void refresh() {
        if (!clock.instant().isBefore(known.at().plus(FRESH))) {
            known = read();
        }
    }

    private Known read() {
        Map<String, CommandSpec> asking = inbox.menu().stream()
                .map(ChatInbox.MenuEntry::spec)
                .filter(spec -> spec.questions().isPresent())
                .collect(Collectors.toUnmodifiableMap(CommandSpec::name, Function.identity()));
        return new Known(asking, clock.instant());
    }

    private record Known(Map<String, CommandSpec> asking, Instant at) {}
}
