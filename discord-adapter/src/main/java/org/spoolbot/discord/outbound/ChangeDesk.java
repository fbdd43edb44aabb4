package org.spoolbot.discord.outbound;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.discord.connection.Connection;
import org.spoolbot.discord.inbound.HookBook;
import org.spoolbot.discord.inbound.HookBook.LiveHook;
import org.spoolbot.discord.render.Layout;
import org.spoolbot.discord.render.MessageRenderer;

/** Replaces and removes messages: those that only the asker sees through their interaction, all others as the bot itself. */
final class ChangeDesk {
    static final Duration EDIT_INTERVAL = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;
    private final HookBook hooks;
    private final Attempts attempts;
    private final MessageRenderer renderer;
    private final Recent<Layout> layouts;
    private final EditGate gate = new EditGate();

    ChangeDesk(Connection connection, HookBook hooks, Attempts attempts, MessageRenderer renderer, Recent<Layout> layouts) {
        this.connection = connection;
        this.hooks = hooks;
        this.attempts = attempts;
        this.renderer = renderer;
        this.layouts = layouts;
    }

    SendResult edit(MessageRef reference, Message replacement) {
        Address message = Address.of(reference);
        if (replacement.progress().isEmpty()) {
            return edit(message, replacement, PATIENCE);
        }
        if (!gate.enter(message.place())) {
            return new SendResult.SlowDown(EDIT_INTERVAL);
        }
        try {
            return edit(message, replacement, EDIT_INTERVAL);
        } finally {
            gate.leave(message.place());
        }
    }

    boolean isWhispered(MessageRef reference) {
        return hooks.ofMessage(Address.of(reference).message()).filter(LiveHook::ephemeral).isPresent();
    }

    SendResult delete(MessageRef reference) {
        Address message = Address.of(reference);
        Optional<LiveHook> live = hookOf(message);
        return live.map(hook -> result(message, attempts.repeatable(PATIENCE, () -> delete(hook, message))))
                .or(() -> shard(message).map(jda -> result(message, attempts.repeatable(PATIENCE, () -> Wire.delete(jda, message)))))
                .orElseGet(ChangeDesk::unreachable);
    }

    private static RestAction<String> delete(LiveHook live, Address message) {
        return live.hook().deleteMessageById(live.target(message.message())).map(_ -> message.message());
    }

    private SendResult edit(Address message, Message replacement, Duration patience) {
        Optional<LiveHook> live = hookOf(message);
        Layout standing = layouts.find(message.message()).or(() -> live.map(LiveHook::layout)).orElse(Layout.CLASSIC);
        Optional<Function<MessageEditData, RestAction<String>>> way = way(message, live);
        return way.map(request -> edit(message, replacement, patience, standing, request)).orElseGet(ChangeDesk::unreachable);
    }

    private Optional<Function<MessageEditData, RestAction<String>>> way(Address message, Optional<LiveHook> live) {
        if (live.isPresent()) {
            String target = live.get().target(message.message());
            return Optional.of(data -> live.get().hook().editMessageById(target, data).map(_ -> message.message()));
        }
        return shard(message).map(jda -> data -> Wire.edit(jda, message, data));
    }

    /** A stacked message stays stacked; after a restart only Discord knows that it is. */
    private SendResult edit(
            Address message,
            Message replacement,
            Duration patience,
            Layout standing,
            Function<MessageEditData, RestAction<String>> request) {
        Layout layout = standing == Layout.STACKED ? Layout.STACKED : MessageRenderer.layoutOf(replacement);
        Outcome<String> outcome = attempts.repeatable(patience, () -> request.apply(renderer.edit(replacement, layout)));
        if (layout == Layout.CLASSIC && isAboutTheLayout(outcome)) {
            return edit(message, replacement, patience, Layout.STACKED, request);
        }
        layouts.put(message.message(), layout);
        return result(message, outcome);
    }

    private static boolean isAboutTheLayout(Outcome<String> outcome) {
        return outcome instanceof Outcome.Failed<String>(Failure.Refused refused) && refused.is(ErrorResponse.INVALID_FORM_BODY);
    }

    /** Replacing and removing may be done again, so an answer that was lost is no doubt but a delay. */
    private static SendResult result(Address message, Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Done<String> _ -> new SendResult.Sent(message.reference());
            case Outcome.Failed<String>(Failure.Lost(String reason)) -> new SendResult.Unreachable(reason);
            case Outcome.Failed<String>(Failure failure) when AskerDesk.isOver(failure) ->
                new SendResult.Gone("only the asker saw it, and the interaction is over");
            case Outcome.Failed<String>(Failure failure) -> Verdict.of(failure);
        };
    }

    private Optional<LiveHook> hookOf(Address message) {
        return hooks.ofMessage(message.message()).filter(live -> live.ephemeral() || isForeign(live));
    }

    /** Where only the person has the bot with them, the bot itself may do nothing. */
    private static boolean isForeign(LiveHook live) {
        Guild guild = live.hook().getInteraction().getGuild();
        return guild != null && guild.isDetached();
    }

    private Optional<JDA> shard(Address message) {
        return connection.shards().stream()
                .filter(jda -> jda.getGuildChannelById(message.channel()) != null)
                .findFirst()
                .or(connection::anyShard);
    }

    private static SendResult unreachable() {
        return new SendResult.Unreachable("there is no connection to Discord");
    }
}
