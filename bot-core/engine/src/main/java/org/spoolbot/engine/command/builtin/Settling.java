package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Moves the settings of a draft to the nearest that one model makes together. Pure. */
final class Settling {
    private static final String SOUND_STAYS = "command.moved.sound";
    private static final int SHAPE = 1_000;
    private static final int SIZE = 100;
    private static final int SOUND = 60;
    private static final int SEED = 40;

    private Settling() {}

    /** A setting of a draft. */
    enum Part {
        LENGTH,
        RATIO,
        RESOLUTION,
        SOUND,
        SEED
    }

    /**
     * The draft as one model makes it, and a sentence for each setting that was moved.
     *
     * @param kept what was just chosen and is not moved, even if no model can do it
     */
    static DraftMachine.Step settle(Draft draft, Studio studio, Set<Part> kept) {
        Wish wish = new Wish(draft.format(), draft.seed());
        List<Wish> offered = studio.able().stream().map(model -> near(wish, model)).toList();
        Optional<Wish> nearest = nearest(offered.stream()
                        .filter(found -> moved(wish, found).stream().noneMatch(kept::contains)), wish)
                .or(() -> nearest(offered.stream(), wish).map(found -> found.keeping(wish, kept)));
        if (nearest.isEmpty() || nearest.get().equals(wish)) {
            return DraftMachine.Step.to(draft);
        }
        Wish settled = nearest.get();
        List<Phrase> notes = moved(wish, settled).stream().map(part -> note(part, settled.format())).toList();
        return new DraftMachine.Step(draft.withFormat(settled.format()).withSeed(settled.seed()), notes);
    }

    private static Optional<Wish> nearest(Stream<Wish> offered, Wish wish) {
        return offered.min(Comparator.comparingInt(found -> distance(wish, found)));
    }

    /** What an input chose. */
    static Set<Part> chosenBy(DraftInput input) {
        return switch (input) {
            case DraftInput.Length _ -> Set.of(Part.LENGTH);
            case DraftInput.Shape _ -> Set.of(Part.RATIO);
            case DraftInput.Size _ -> Set.of(Part.RESOLUTION);
            case DraftInput.Sound _ -> Set.of(Part.SOUND);
            case DraftInput.Words _, DraftInput.Files _, DraftInput.NoFiles _, DraftInput.Used _, DraftInput.Framed _,
                    DraftInput.Swapped _, DraftInput.ByModel _, DraftInput.Cheaper _ -> Set.of();
        };
    }

    private static Wish near(Wish wish, Capabilities model) {
        Format format = wish.format();
        Format near = new Format(
                nearest(model.lengths(), format.seconds(), length -> Math.abs(length - format.seconds())),
                nearest(model.ratios(), format.ratio(), ratio -> (int) (SHAPE * away(ratio, format.ratio()))),
                nearest(model.resolutions(), format.resolution(), tier -> Math.abs(tier.ordinal() - format.resolution().ordinal())),
                format.audio() || !model.has(Feature.AUDIO_SWITCH));
        return new Wish(near, model.has(Feature.SEED) ? wish.seed() : OptionalLong.empty());
    }

    private static <T> T nearest(List<T> offered, T wish, ToIntFunction<T> away) {
        return offered.contains(wish) ? wish : offered.stream().min(Comparator.comparingInt(away)).orElse(wish);
    }

    /** How unlike two shapes are; the gateway's own choice is unlike any. */
    private static double away(Ratio one, Ratio other) {
        return Math.abs(Math.log(width(one) / width(other)));
    }

    private static double width(Ratio ratio) {
        String[] sides = ratio.label().split(":", 2);
        return sides.length < 2 ? SHAPE : Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
    }

    private static int distance(Wish wish, Wish found) {
        Format from = wish.format();
        Format to = found.format();
        return (from.ratio() == to.ratio() ? 0 : SHAPE)
                + SIZE * Math.abs(from.resolution().ordinal() - to.resolution().ordinal())
                + (from.audio() == to.audio() ? 0 : SOUND)
                + (wish.seed().equals(found.seed()) ? 0 : SEED)
                + Math.abs(from.seconds() - to.seconds());
    }

    private static List<Part> moved(Wish wish, Wish found) {
        Format from = wish.format();
        Format to = found.format();
        List<Part> moved = new ArrayList<>();
        if (from.seconds() != to.seconds()) {
            moved.add(Part.LENGTH);
        }
        if (from.ratio() != to.ratio()) {
            moved.add(Part.RATIO);
        }
        if (from.resolution() != to.resolution()) {
            moved.add(Part.RESOLUTION);
        }
        if (from.audio() != to.audio()) {
            moved.add(Part.SOUND);
        }
        if (!wish.seed().equals(found.seed())) {
            moved.add(Part.SEED);
        }
        return moved;
    }

    static boolean isAboutSound(Phrase note) {
        return note.key().equals(SOUND_STAYS);
    }

    private static Phrase note(Part part, Format now) {
        return switch (part) {
            case LENGTH -> Phrase.of("command.moved.length", now.seconds());
            case RATIO -> Phrase.of("command.moved.ratio", now.ratio().label());
            case RESOLUTION -> Phrase.of("command.moved.resolution", now.resolution().label());
            case SOUND -> Phrase.of(SOUND_STAYS);
            case SEED -> Phrase.of("command.moved.seed");
        };
    }

    /** What a member wants of a clip beside its words and files. */
    private record Wish(Format format, OptionalLong seed) {
        Wish keeping(Wish other, Set<Part> parts) {
            Format from = other.format();
            Format kept = new Format(
                    parts.contains(Part.LENGTH) ? from.seconds() : format.seconds(),
                    parts.contains(Part.RATIO) ? from.ratio() : format.ratio(),
                    parts.contains(Part.RESOLUTION) ? from.resolution() : format.resolution(),
                    parts.contains(Part.SOUND) ? from.audio() : format.audio());
            return new Wish(kept, parts.contains(Part.SEED) ? other.seed() : seed);
        }
    }
}
