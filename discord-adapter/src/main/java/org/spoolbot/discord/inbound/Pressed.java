package org.spoolbot.discord.inbound;

import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.components.ComponentInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;

/** The message that a press, or the form of a press, belongs to. */
final class Pressed {
    private Pressed() {}

    /** Discord's own id of the message. */
    static Optional<String> messageOf(Interaction interaction) {
        return switch (interaction) {
            case ComponentInteraction press -> Optional.of(press.getMessageId());
            case ModalInteraction form -> Optional.ofNullable(form.getMessage()).map(Message::getId);
            default -> Optional.empty();
        };
    }
}
