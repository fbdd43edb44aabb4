package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Card.Field;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Control.Button;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a draft as a card to confirm, or as a question for what is missing. */
final class ClipCard {
    private static final int MOST_OPTIONS = 25;
    private static final int EDIT_LENGTH = 4_000;

    private final MediaLibrary media;
    private final String currency;

    ClipCard(MediaLibrary media, String currency) {
        this.media = media;
        this.currency = currency;
    }

    Message draw(View view, Turn turn) {
        // Notes may begin with a file's name, which stays as the member wrote it.
        Stream<String> said = view.notes().stream().map(turn::text);
        Stream<String> found = Stream.of(view.faults(), view.quote().notes())
                .flatMap(List::stream)
                .map(turn::text)
                .map(Wording::sentence);
        String text = Stream.concat(said, found).distinct().collect(Collectors.joining("\n"));
        boolean ready = view.faults().isEmpty();
        Card.Tone tone = ready ? Card.Tone.INFO : Card.Tone.WARNING;
        String title = turn.text(ready ? "command.card.title" : "command.card.title-incomplete");
        Card card = new Card(title, view.draft().prompt(), fields(view, turn), thumbnails(view.draft()), tone);
        return Message.of(text).with(card).withControls(controls(view, turn));
    }

    private List<Field> fields(View view, Turn turn) {
        Draft draft = view.draft();
        List<Field> fields = new ArrayList<>();
        fields.add(field(turn, "length", turn.text("command.text.seconds", draft.format().seconds())));
        fields.add(field(turn, "ratio", draft.format().ratio().label()));
        fields.add(field(turn, "resolution", draft.format().resolution().label()));
        fields.add(field(turn, "sound", turn.text(draft.format().audio() ? "command.text.on" : "command.text.off")));
        if (!draft.files().isEmpty()) {
            fields.add(field(turn, "files", turn.text(files(draft, view.mode()))));
        }
        view.quote().offer().ifPresent(offer -> {
            String price = turn.text(Wording.money(offer.price(), currency));
            fields.add(field(turn, "model", offer.model().id()));
            fields.add(field(turn, "price", offer.assumed() ? turn.text("command.card.price-assumed", price) : price));
        });
        left(view.report(), turn).ifPresent(left -> fields.add(field(turn, "left", left)));
        view.quote().eta().ifPresent(span -> fields.add(field(turn, "eta", turn.text(Wording.eta(span)))));
        return fields;
    }

    private static Field field(Turn turn, String name, String value) {
        return Field.of(turn.text("command.card." + name), value);
    }

    private static Phrase files(Draft draft, Mode mode) {
        return switch (mode) {
            case TEXT, REFERENCE -> Phrase.of("command.card.files-references", counted(draft));
            case FIRST_FRAME -> Phrase.of("command.card.files-first");
            case FIRST_LAST_FRAME -> Phrase.of("command.card.files-first-last");
        };
    }

    /** For example "2 pictures, 1 clip". */
    private static Phrase counted(Draft draft) {
        return Stream.of(MediaKind.values())
                .filter(kind -> count(draft, kind) > 0)
                .map(kind -> Phrase.of("command.card.count-" + Wording.kebab(kind), count(draft, kind)))
                .reduce((before, next) -> Phrase.of("command.card.files-and", before, next))
                .orElseThrow();
    }

    private static long count(Draft draft, MediaKind kind) {
        return draft.files().stream().filter(file -> file.media().kind() == kind).count();
    }

    private static Optional<String> left(QuotaReport report, Turn turn) {
        return report.lines().stream()
                .filter(line -> line.limit().measure() == Measure.CLIPS_PER_DAY && line.limit().amount().isPresent())
                .findFirst()
                .map(line -> {
                    long amount = line.limit().amount().getAsLong();
                    return turn.text("command.card.left-clips", Math.max(0, amount - line.used()), amount);
                });
    }

    private List<MediaFile> thumbnails(Draft draft) {
        return draft.files().stream()
                .filter(file -> file.media().kind() == MediaKind.IMAGE)
                .flatMap(file -> media.find(file.media().sha256()).stream())
                .limit(Studio.MAX_FILES)
                .toList();
    }

    private static List<Control> controls(View view, Turn turn) {
        String id = view.conversation().id();
        List<Control> controls = new ArrayList<>(selects(view, turn));
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
        Control.FormField field =
                new Control.FormField("prompt", turn.text("command.card.prompt"), draft.prompt(), true, EDIT_LENGTH);
        Control.Form form =
                new Control.Form(turn.text("command.card.edit-title"), turn.text("command.card.edit-submit"), List.of(field));
        String label = turn.text("command.card.edit");
        return new Button(DraftDesk.id("edit", id), label, Control.Style.SECONDARY, Optional.of(form));
    }

    private static List<Control> fileButtons(View view, Turn turn) {
        Draft draft = view.draft();
        if (draft.files().isEmpty()) {
            return List.of();
        }
        String id = view.conversation().id();
        List<Control> buttons = new ArrayList<>();
        boolean pictures = draft.files().stream().allMatch(file -> file.media().kind() == MediaKind.IMAGE);
        if (view.mode() == Mode.REFERENCE && pictures && draft.files().size() <= 2) {
            buttons.add(Button.of(DraftDesk.id("frames", id), turn.text("command.card.use-frames", draft.files().size())));
        }
        if (view.mode() != Mode.REFERENCE) {
            buttons.add(Button.of(DraftDesk.id("references", id), turn.text("command.card.use-references")));
        }
        if (view.mode() == Mode.FIRST_LAST_FRAME) {
            buttons.add(Button.of(DraftDesk.id("swap", id), turn.text("command.card.swap")));
        }
        buttons.add(Button.of(DraftDesk.id("nofiles", id), turn.text("command.card.no-files")));
        return buttons;
    }

    private static List<Control> selects(View view, Turn turn) {
        Draft draft = view.draft();
        Studio studio = view.studio();
        List<Control> selects = new ArrayList<>();
        menu(view, turn, "length", studio.lengths(), String::valueOf, draft.format().seconds())
                .ifPresent(selects::add);
        menu(view, turn, "ratio", studio.ratios(), Ratio::label, draft.format().ratio()).ifPresent(selects::add);
        menu(view, turn, "resolution", studio.resolutions(), Resolution::label, draft.format().resolution())
                .ifPresent(selects::add);
        menu(view, turn, "sound", List.of(true, false), on -> on ? "on" : "off", draft.format().audio())
                .ifPresent(selects::add);
        menu(view, turn, "model", studio.models(), Function.identity(), chosenModel(view)).ifPresent(selects::add);
        return selects;
    }

    private static String chosenModel(View view) {
        return view.draft().model().or(() -> view.quote().offer().map(offer -> offer.model().id())).orElse("");
    }

    private static <T> Optional<Control> menu(
            View view, Turn turn, String name, List<T> values, Function<T, String> value, T selected) {
        if (values.size() < 2) {
            return Optional.empty();
        }
        List<Control.Option> options = values.stream()
                .limit(MOST_OPTIONS)
                .map(one -> new Control.Option(value.apply(one), label(turn, name, value.apply(one)), one.equals(selected)))
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

    /**
     * What a card shows.
     *
     * @param notes sentences that hinder nothing
     * @param faults what keeps it from being ordered
     */
    record View(
            Draft draft,
            Conversation conversation,
            Mode mode,
            Studio studio,
            Quote quote,
            QuotaReport report,
            List<Phrase> notes) {
        List<Phrase> faults() {
            return quote.faults();
        }
    }
}
