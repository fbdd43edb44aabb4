package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Card.Field;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.video.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a draft as a card to confirm, or as a question for what is missing. */
final class ClipCard {
    private final MediaLibrary media;
    private final String currency;
    private final CardControls controls;

    ClipCard(MediaLibrary media, String currency, DraftMachine machine) {
        this.media = media;
        this.currency = currency;
        this.controls = new CardControls(machine);
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
        return Message.of(text).with(card).withControls(controls.of(view, turn));
    }

    private List<Field> fields(View view, Turn turn) {
        Draft draft = view.draft();
        List<Field> fields = new ArrayList<>();
        fields.add(field(turn, "length", turn.text("command.text.seconds", draft.format().seconds())));
        fields.add(field(turn, "ratio", draft.format().ratio().label()));
        fields.add(field(turn, "resolution", draft.format().resolution().label()));
        fields.add(field(turn, "sound", turn.text(draft.format().audio() ? "command.text.on" : "command.text.off")));
        if (!draft.files().isEmpty()) {
            fields.add(field(turn, "files", turn.text(files(draft, view.request()))));
        }
        view.quote().offer().ifPresent(offer -> {
            String price = turn.text(Wording.money(offer.price(), currency));
            fields.add(field(turn, "model", offer.model().id()));
            fields.add(field(turn, "price", offer.assumed() ? turn.text("command.card.price-assumed", price) : price));
        });
        elsewhere(draft.destination(), turn).ifPresent(place -> fields.add(Field.of(turn.text("community.card.where"), place)));
        left(view.report(), turn).ifPresent(left -> fields.add(field(turn, "left", left)));
        view.quote().eta().ifPresent(span -> fields.add(field(turn, "eta", turn.text(Wording.eta(span)))));
        return fields;
    }

    /** Where the clip goes, if that is not where the card is read. */
    private static Optional<String> elsewhere(Destination place, Turn turn) {
        Destination here = turn.origin().destination();
        boolean same = place.community().equals(here.community())
                && place.channel().equals(here.channel())
                && place.thread().equals(here.thread());
        return same
                ? Optional.empty()
                : Optional.of(turn.text(place.isPrivate() ? "community.card.private" : "community.card.elsewhere"));
    }

    private static Field field(Turn turn, String name, String value) {
        return Field.of(turn.text("command.card." + name), value);
    }

    private static Phrase files(Draft draft, VideoRequest request) {
        List<Integer> frames = Frames.of(draft, request.prompt()).stream().map(place -> Frames.number(draft, place)).toList();
        boolean othersWait = !frames.isEmpty() && frames.size() < draft.files().size();
        return switch (request.mode()) {
            case TEXT, REFERENCE -> Phrase.of("command.card.files-references", counted(draft));
            case FIRST_FRAME -> othersWait
                    ? Phrase.of("command.card.files-chosen-first", frames.getFirst())
                    : Phrase.of("command.card.files-first");
            case FIRST_LAST_FRAME -> othersWait
                    ? Phrase.of("command.card.files-chosen-both", frames.getFirst(), frames.getLast())
                    : Phrase.of("command.card.files-first-last");
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

    /**
     * What a card shows.
     *
     * @param request what the draft stands for
     * @param notes sentences that hinder nothing
     * @param faults what keeps it from being ordered
     */
    record View(
            Draft draft,
            Conversation conversation,
            VideoRequest request,
            Studio studio,
            Quote quote,
            QuotaReport report,
            List<Phrase> notes) {
        List<Phrase> faults() {
            return quote.faults();
        }
    }
}
