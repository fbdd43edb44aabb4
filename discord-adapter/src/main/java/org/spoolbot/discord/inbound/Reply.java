package org.spoolbot.discord.inbound;

import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IDeferrableCallback;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;
import org.spoolbot.discord.inbound.Acknowledger.Outcome;
import org.spoolbot.discord.inbound.HookBook.LiveHook;
import org.spoolbot.discord.render.Layout;

/** The ways to acknowledge an interaction. Each says whether something may be made of it now. */
final class Reply {
    static final String TRY_AGAIN = "discord.try-again";

    private final Acknowledger acknowledger;
    private final HookBook hooks;
    private final HandOver handOver;

    Reply(Acknowledger acknowledger, HookBook hooks, HandOver handOver) {
        this.acknowledger = acknowledger;
        this.hooks = hooks;
        this.handOver = handOver;
    }

    /** With "thinking…", for the asker alone. */
    boolean thinking(IReplyCallback interaction) {
        if (!given(interaction, interaction.deferReply(true), true)) {
            return false;
        }
        hooks.deferred(new LiveHook(interaction.getHook(), true, Layout.CLASSIC));
        return true;
    }

    /** Silently, on the message that was pressed; without one, with "thinking…". */
    <T extends IReplyCallback & IMessageEditCallback> boolean onMessage(T interaction, @Nullable Message message) {
        String id = Pressed.messageOf(interaction).orElse("");
        if (id.isEmpty()) {
            return thinking(interaction);
        }
        if (!given(interaction, interaction.deferEdit(), false)) {
            return false;
        }
        hooks.pressed(id, live(interaction, message));
        return true;
    }

    /** With a form. Nothing is made of it before the form comes back. */
    void form(Interaction interaction, RestAction<?> form) {
        acknowledger.give(interaction, form);
    }

    private boolean given(Interaction interaction, RestAction<?> answer, boolean thinking) {
        Outcome outcome = acknowledger.give(interaction, answer);
        if (outcome == Outcome.LOST) {
            handOver.tellAnew(interaction, TRY_AGAIN, thinking);
        }
        return outcome == Outcome.GIVEN;
    }

    /** Of some ephemeral messages Discord tells nothing but the id. */
    private static LiveHook live(IDeferrableCallback interaction, @Nullable Message message) {
        boolean ephemeral = message == null || message.isEphemeral();
        boolean stacked = message != null && message.isUsingComponentsV2();
        return new LiveHook(interaction.getHook(), ephemeral, stacked ? Layout.STACKED : Layout.CLASSIC);
    }
}
