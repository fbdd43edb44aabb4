package org.spoolbot.engine.command.builtin;

import java.util.Optional;
import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;

/** What the controls of a card mean. Their ids and values are foreign text. Pure. */
final class CardInput {
    /** No model has a name like this. */
    static final String ANY_MODEL = "*";

    private CardInput() {}

    static DraftInput of(String verb, String conversation, ActionContext context) throws CommandException {
        String value = context.value(DraftDesk.id(verb, conversation)).orElse("");
        Optional<? extends DraftInput> input = switch (verb) {
            case "length" -> Defaults.number(value).map(DraftInput.Length::new);
            case "ratio" -> Ratio.of(value).map(DraftInput.Shape::new);
            case "resolution" -> Resolution.of(value).map(DraftInput.Size::new);
            case "sound" -> Optional.of(new DraftInput.Sound(value.equals("on")));
            case "model" -> Optional.of(new DraftInput.ByModel(Optional.of(value).filter(name -> !name.isEmpty() && !name.equals(ANY_MODEL))));
            case "frames" -> Optional.of(new DraftInput.Used(Draft.Use.FRAMES));
            case "references" -> Optional.of(new DraftInput.Used(Draft.Use.REFERENCES));
            case "first" -> picture(value, Role.FIRST_FRAME);
            case "last" -> picture(value, Role.LAST_FRAME);
            case "swap" -> Optional.of(new DraftInput.Swapped());
            case "nofiles" -> Optional.of(new DraftInput.NoFiles());
            case "cheaper" -> Optional.of(new DraftInput.Cheaper());
            default -> Optional.empty();
        };
        return input.orElseThrow(() -> new CommandException("command.action-unknown"));
    }

    private static Optional<DraftInput> picture(String value, Role role) {
        return value.matches("[0-9]{1,2}") ? Optional.of(new DraftInput.Framed(Integer.parseInt(value), role)) : Optional.empty();
    }
}
