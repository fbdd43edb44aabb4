package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Control.Button;
import org.spoolbot.api.message.Control.Option;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be pressed and chosen on a card: only what some gateway makes of this draft. */
final class CardControls {
    private static final int MOST_OPTIONS = 25;
    private static final int FEW = 2;

    private final DraftMachine machine;

    CardControls(DraftMachine machine) {
        this.machine = machine;
    }

    List<Control> of(ClipCard.View view, Turn turn) {
        String id = view.conversation().id();
        List<Control> controls = new ArrayList<>(menus(view, turn));
        if (view.faults().isEmpty()) {
            view.quote().offer().ifPresent(offer -> {
                String go = DraftDesk.id("go", id) + ":" + offer.price().micros();
                controls.add(Button.primary(go, turn.text("command.card.generate")));
                controls.add(Button.of(DraftDesk.id("cheaper", id), turn.text("command.card.cheaper")));
            });
        }
        controls.addAll(fileButtons(view, turn));
        controls.add(edit(view.draft(), id, turn));
        controls.add(Button.danger(DraftDesk.id("cancel", id), turn.text("command.card.cancel")));
        return controls;
    }

    private static Button edit(Draft draft, String id, Turn turn) {
        String label = turn.text("command.card.edit");
        Optional<Control.Form> form = PromptForms.edit(draft, turn::text);
        return new Button(DraftDesk.id("edit", id), label, Control.Style.SECONDARY, form);
    }

    private List<Control> fileButtons(ClipCard.View view, Turn turn) {
        Draft draft = view.draft();
        if (draft.files().isEmpty()) {
            return List.of();
        }
        String id = view.conversation().id();
        Mode mode = view.request().mode();
        List<Control> buttons = new ArrayList<>();
        if (mode == Mode.REFERENCE && hasFewPicturesOnly(draft) && makes(view, Draft.Use.FRAMES)) {
            buttons.add(Button.of(DraftDesk.id("frames", id), turn.text("command.card.use-frames", draft.files().size())));
        }
        if (mode != Mode.REFERENCE && makes(view, Draft.Use.REFERENCES)) {
            buttons.add(Button.of(DraftDesk.id("references", id), turn.text("command.card.use-references")));
        }
        if (mode == Mode.FIRST_LAST_FRAME) {
            buttons.add(Button.of(DraftDesk.id("swap", id), turn.text("command.card.swap")));
        }
        buttons.add(Button.of(DraftDesk.id("nofiles", id), turn.text("command.card.no-files")));
        return buttons;
    }

    private static boolean hasFewPicturesOnly(Draft draft) {
        return draft.files().size() <= FEW && draft.files().stream().allMatch(Frames::isPicture);
    }

    private boolean makes(ClipCard.View view, Draft.Use use) {
        Draft plain = view.draft().withFiles(view.draft().files().stream().map(Frames::plain).toList());
        return view.studio().makes(machine.request(plain.used(use)));
    }

    private List<Control> menus(ClipCard.View view, Turn turn) {
        Draft draft = view.draft();
        Studio studio = view.studio();
        List<Control> menus = new ArrayList<>(frameMenus(view, turn));
        menu(view, turn, "length", studio.lengths(), String::valueOf, draft.format().seconds()).ifPresent(menus::add);
        menu(view, turn, "ratio", studio.ratios(), Ratio::label, draft.format().ratio()).ifPresent(menus::add);
        menu(view, turn, "resolution", studio.resolutions(), Resolution::label, draft.format().resolution())
                .ifPresent(menus::add);
        if (studio.canBeSilent()) {
            menu(view, turn, "sound", List.of(true, false), on -> on ? "on" : "off", draft.format().audio())
                    .ifPresent(menus::add);
        }
        models(view, turn).ifPresent(menus::add);
        return menus;
    }

    /** A model that was picked can be unpicked, even if it is the only one or is gone. */
    private static Optional<Control> models(ClipCard.View view, Turn turn) {
        Optional<String> picked = view.draft().model();
        List<String> models = view.studio().models();
        if (models.size() < FEW && picked.isEmpty()) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>();
        options.add(new Option(CardInput.ANY_MODEL, turn.text("command.card.model-any"), picked.isEmpty()));
        models.stream()
                .limit(MOST_OPTIONS - 1)
                .map(model -> new Option(model, model, picked.equals(Optional.of(model))))
                .forEach(options::add);
        String id = DraftDesk.id("model", view.conversation().id());
        return Optional.of(new Control.Select(id, turn.text("command.card.model"), options));
    }

    /** Among more files than two pictures one can still be the first frame, and another the last. */
    private List<Control> frameMenus(ClipCard.View view, Turn turn) {
        Draft draft = view.draft();
        List<Integer> pictures = Frames.pictures(draft).stream().map(place -> Frames.number(draft, place)).toList();
        if (pictures.isEmpty() || hasFewPicturesOnly(draft)) {
            return List.of();
        }
        List<Integer> frames = Frames.of(draft, view.request().prompt()).stream()
                .map(place -> Frames.number(draft, place))
                .toList();
        int first = frames.isEmpty() ? 0 : frames.getFirst();
        int last = frames.size() < FEW ? 0 : frames.getLast();
        List<Control> menus = new ArrayList<>();
        if (studioMakes(view, Role.FIRST_FRAME, pictures.getFirst())) {
            menus.add(frameMenu(view, turn, "first", pictures, first));
        }
        List<Integer> others = pictures.stream().filter(number -> number != first).toList();
        if (first > 0 && !others.isEmpty() && studioMakes(view, Role.LAST_FRAME, others.getFirst())) {
            menus.add(frameMenu(view, turn, "last", others, last));
        }
        return menus;
    }

    private boolean studioMakes(ClipCard.View view, Role role, int picture) {
        VideoRequest request = machine.request(Frames.framed(view.draft(), picture, role));
        return view.studio().makes(request);
    }

    private static Control frameMenu(ClipCard.View view, Turn turn, String name, List<Integer> pictures, int chosen) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("0", turn.text("command.card." + name + "-none"), chosen == 0));
        pictures.forEach(number -> options.add(
                new Option(number.toString(), turn.text("command.card.picture", number), number == chosen)));
        String id = DraftDesk.id(name, view.conversation().id());
        return new Control.Select(id, turn.text("command.card." + name), options);
    }

    private static <T> Optional<Control> menu(
            ClipCard.View view, Turn turn, String name, List<T> values, Function<T, String> value, T selected) {
        if (values.size() < FEW) {
            return Optional.empty();
        }
        List<Option> options = values.stream()
                .limit(MOST_OPTIONS)
                .map(one -> new Option(value.apply(one), label(turn, name, value.apply(one)), one.equals(selected)))
                .toList();
        String id = DraftDesk.id(name, view.conversation().id());
        return Optional.of(new Control.Select(id, turn.text("command.card." + name), options));
    }

    private static String label(Turn turn, String name, String value) {
        return switch (name) {
            case "length" -> turn.text("command.text.seconds", Long.parseLong(value));
            case "sound" -> turn.text("command.card.sound-" + value);
            default -> value;
        };
    }
}
