package org.spoolbot.discord.outbound;

import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.discord.inbound.HookBook;
import org.spoolbot.discord.inbound.HookBook.LiveHook;
import org.spoolbot.discord.render.Layout;
import org.spoolbot.discord.render.MessageRenderer;

/** Says things to the asker alone: in place as long as the interaction takes answers, then in the private chat. */
final class AskerDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HookBook hooks;
    private final ChannelDesk channels;
    private final PrivateChats privateChats;
    private final Attempts attempts;
    private final MessageRenderer renderer;
    private final Recent<Layout> layouts;

    AskerDesk(
            HookBook hooks,
            ChannelDesk channels,
            PrivateChats privateChats,
            Attempts attempts,
            MessageRenderer renderer,
            Recent<Layout> layouts) {
        this.hooks = hooks;
        this.channels = channels;
        this.privateChats = privateChats;
        this.attempts = attempts;
        this.renderer = renderer;
        this.layouts = layouts;
    }

    SendResult send(Destination destination, Message message) {
        Optional<LiveHook> live = Address.interaction(destination).flatMap(hooks::ofInteraction);
        if (live.isEmpty()) {
            return privately(destination, message);
        }
        Outcome<String> outcome = answer(live.get(), message);
        return switch (outcome) {
            case Outcome.Done<String>(String id) -> sent(live.get(), destination, message, id);
            case Outcome.Failed<String>(Failure failure) when isOver(failure) -> privately(destination, message);
            case Outcome.Failed<String>(Failure.Refused refused) when refused.isTooLarge() -> channels.tooLarge(destination, message);
            case Outcome.Failed<String>(Failure failure) -> Verdict.of(failure);
        };
    }

    /** Takes away a "thinking…" under which nothing will ever stand. What becomes of that is of no importance. */
    void dropUnused(Destination destination) {
        Address.interaction(destination).ifPresent(this::dropUnused);
    }

    /** Whether an interaction takes nothing any more. */
    static boolean isOver(Failure failure) {
        return failure instanceof Failure.Closed
                || failure instanceof Failure.Refused refused
                        && (refused.is(ErrorResponse.INVALID_WEBHOOK_TOKEN)
                                || refused.is(ErrorResponse.UNKNOWN_WEBHOOK)
                                || refused.is(ErrorResponse.UNKNOWN_INTERACTION)
                                || refused.is(ErrorResponse.MAX_FOLLOW_UP_MESSAGES_HIT));
    }

    private Outcome<String> answer(LiveHook live, Message message) {
        InteractionHook hook = live.hook();
        Layout layout = MessageRenderer.layoutOf(message);
        boolean first = live.ephemeral() && hooks.takeOriginal(hook.getInteraction().getId());
        if (!first) {
            return attempts.once(
                    PATIENCE,
                    () -> hook.sendMessage(renderer.create(message, layout)).setEphemeral(true).map(ISnowflake::getId));
        }
        Outcome<String> outcome = attempts.repeatable(
                PATIENCE, () -> hook.editOriginal(renderer.edit(message, layout)).map(ISnowflake::getId));
        if (outcome instanceof Outcome.Failed<String>) {
            drop(hook);
        }
        return outcome;
    }

    private SendResult sent(LiveHook live, Destination destination, Message message, String id) {
        Layout layout = MessageRenderer.layoutOf(message);
        hooks.answered(id, new LiveHook(live.hook(), true, layout));
        layouts.put(id, layout);
        return new SendResult.Sent(Address.of(destination, id).reference());
    }

    private SendResult privately(Destination destination, Message message) {
        if (destination.isPrivate()) {
            return channels.send(destination, message);
        }
        return message.envelope()
                .mention()
                .flatMap(privateChats::of)
                .map(chat -> channels.send(chat, message))
                .orElseGet(() -> new SendResult.Forbidden("the asker cannot be told alone: the interaction is over"));
    }

    private void dropUnused(String interaction) {
        Optional<LiveHook> live = hooks.ofInteraction(interaction).filter(LiveHook::ephemeral);
        if (live.isPresent() && hooks.takeOriginal(interaction)) {
            drop(live.get().hook());
        }
    }

    private static void drop(InteractionHook hook) {
        hook.deleteOriginal().queue(_ -> {}, _ -> {});
    }
}
