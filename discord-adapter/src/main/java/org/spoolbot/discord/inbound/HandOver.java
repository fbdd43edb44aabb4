package org.spoolbot.discord.inbound;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IDeferrableCallback;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.ChatInbox.Reception;
import org.spoolbot.api.platform.Inbound;

/** Gives to the server what was acknowledged, and says so if the server cannot take it. */
final class HandOver {
    private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
    private static final String BUSY = "command.busy";
    static final String FAULT = "discord.fault";

    private final ChatInbox inbox;
    private final HookBook hooks;
    private final Translator texts;

    HandOver(ChatInbox inbox, HookBook hooks, Translator texts) {
        this.inbox = inbox;
        this.hooks = hooks;
        this.texts = texts;
    }

    /** An interaction that was acknowledged. */
    void interaction(IDeferrableCallback interaction, Supplier<Inbound> inbound) {
        try {
            if (inbox.accept(inbound.get()) == Reception.BUSY) {
                tell(interaction, BUSY);
            }
        } catch (RuntimeException fault) {
            LOG.error("an interaction could not be handed over", fault);
            tell(interaction, FAULT);
        }
    }

    /** A message that speaks to the bot. */
    void message(Message message, Supplier<Inbound> inbound) {
        try {
            if (inbox.accept(inbound.get()) == Reception.BUSY) {
                send(() -> message.reply(texts.text(Locale.ENGLISH, BUSY)).mentionRepliedUser(false).setAllowedMentions(List.of()));
            }
        } catch (RuntimeException fault) {
            LOG.error("a message could not be handed over", fault);
        }
    }

    /** Says a sentence to the one who acted, in place of "thinking…" if that still stands there. */
    void tell(IDeferrableCallback interaction, String key) {
        InteractionHook hook = interaction.getHook();
        String text = text(interaction, key);
        tell(hook, text, hooks.takeOriginal(interaction.getId()));
    }

    /** The same where JDA takes the interaction for refused, although Discord does not. */
    void tellAnew(Interaction interaction, String key, boolean thinking) {
        tell(InteractionHook.from(interaction.getJDA(), interaction.getToken()), text(interaction, key), thinking);
    }

    private static void tell(InteractionHook hook, String text, boolean thinking) {
        send(() -> thinking
                ? hook.editOriginal(text).setAllowedMentions(List.of())
                : hook.sendMessage(text).setEphemeral(true).setAllowedMentions(List.of()));
    }

    private String text(Interaction interaction, String key) {
        return texts.text(Locale.forLanguageTag(interaction.getUserLocale().getLocale()), key);
    }

    private static void send(Supplier<RestAction<Message>> sentence) {
        try {
            sentence.get().complete();
        } catch (ErrorResponseException refusal) {
            LOG.info("a sentence could not be said: {}", refusal.getErrorResponse());
        } catch (RuntimeException fault) {
            LOG.info("a sentence could not be said: {}", fault.getClass().getSimpleName());
        }
    }
}
