package org.spoolbot.engine.command.builtin;

import java.util.List;
import java.util.Optional;
import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.FormContext;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.provider.Money;

/** What is pressed and chosen on a card, for whoever owns its draft. */
final class CardActions {
    static final String ACTION = "draft";

    private final PluginContext server;
    private final DraftDesk drafts;

    CardActions(PluginContext server, DraftDesk drafts) {
        this.server = server;
        this.drafts = drafts;
    }

    void register() {
        server.commands().onAction(ACTION, this::press);
        server.commands().onForm(ACTION, this::form);
    }

    private void press(ActionContext context) throws CommandException {
        List<String> arguments = context.arguments();
        if (arguments.size() < 2) {
            throw new CommandException("command.action-unknown");
        }
        Turn turn = Turn.replacing(context);
        Conversation conversation = server.conversations()
                .find(arguments.get(1), context.sender())
                .orElseThrow(() -> new CommandException("command.draft.gone"));
        String verb = arguments.getFirst();
        switch (verb) {
            case "go" -> drafts.generate(turn, conversation, agreed(arguments));
            case "cancel" -> cancel(turn, conversation);
            case "edit" -> edit(turn, conversation, context);
            default -> drafts.apply(turn, conversation, List.of(CardInput.of(verb, conversation.id(), context)), List.of());
        }
    }

    private void edit(Turn turn, Conversation conversation, ActionContext context) throws CommandException {
        Optional<String> words = context.value("prompt");
        if (words.isEmpty() && context.uploads().isEmpty()) {
            throw new CommandException("command.card.edit-how");
        }
        drafts.fill(turn, conversation, words, context.uploads());
    }

    /** The form of Edit for whoever owns the draft. */
    private Optional<Control.Form> form(FormContext context) {
        List<String> arguments = context.arguments();
        if (arguments.size() != 2 || !arguments.getFirst().equals("edit")) {
            return Optional.empty();
        }
        return server.conversations()
                .find(arguments.get(1), context.sender())
                .filter(conversation -> conversation.kind().equals(DraftDesk.KIND))
                .flatMap(conversation -> PromptForms.edit(DraftCodec.read(conversation.state()), context::text));
    }

    private void cancel(Turn turn, Conversation conversation) {
        boolean open = server.conversations().close(conversation);
        turn.show(Message.of(turn.text(open ? "command.card.cancelled" : "command.draft.gone")));
    }

    private static Optional<Money> agreed(List<String> arguments) {
        return arguments.stream()
                .skip(2)
                .findFirst()
                .filter(micros -> micros.matches("[0-9]{1,15}"))
                .map(micros -> new Money(Long.parseLong(micros)));
    }
}
