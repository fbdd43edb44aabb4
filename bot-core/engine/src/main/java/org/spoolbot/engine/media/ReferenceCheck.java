package org.spoolbot.engine.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Reference;

/** Says what is wrong with references for a model, except for what fitting mends. */
final class ReferenceCheck {
    private static final Duration GRACE = Duration.ofMillis(100);

    private ReferenceCheck() {}

    static List<Phrase> check(List<Reference> references, Capabilities capabilities, boolean soundsAreConverted) {
        List<Phrase> faults = new ArrayList<>();
        for (MediaKind kind : MediaKind.values()) {
            List<Reference> ofKind = references.stream().filter(reference -> reference.kind() == kind).toList();
            MediaRules rules = capabilities.media().get(kind);
            if (!ofKind.isEmpty() && (rules == null || rules.maxCount() == 0)) {
                faults.add(Phrase.of("media.check.none-" + key(kind)));
            } else if (rules != null) {
                check(kind, ofKind, rules, soundsAreConverted, faults);
            }
        }
        int most = capabilities.references().maxFiles();
        boolean toldBefore = most == 0 && !faults.isEmpty();
        if (references.size() > most && !toldBefore) {
            faults.add(Phrase.of("media.check.files", references.size(), most));
        }
        return faults;
    }

    /** "image 2". */
    static Phrase name(Reference reference) {
        return Phrase.of("media.name." + key(reference.kind()), reference.index());
    }

    /** Whether a file is neither too short nor too long. */
    static boolean takes(Duration duration, MediaRules.LengthRules rules) {
        // Coders round a clip's length up to whole frames and packets; no gateway counts that.
        return duration.compareTo(rules.max().plus(GRACE)) <= 0 && duration.compareTo(rules.min().minus(GRACE)) >= 0;
    }

    private static void check(
            MediaKind kind, List<Reference> references, MediaRules rules, boolean soundsAreConverted, List<Phrase> faults) {
        if (references.size() > rules.maxCount()) {
            faults.add(Phrase.of("media.check.count-" + key(kind), references.size(), rules.maxCount()));
        }
        for (Reference reference : references) {
            switch (kind) {
                case IMAGE -> picture(reference, rules, faults);
                case VIDEO -> {
                    content(reference, rules, faults);
                    reference.media().size().ifPresent(size -> shape(reference, size, rules.pixels(), faults));
                    length(reference, rules.length(), faults);
                }
                case AUDIO -> sound(reference, rules, soundsAreConverted, faults);
            }
        }
        if (kind != MediaKind.IMAGE) {
            total(kind, references, rules.length(), faults);
        }
    }

    /** What a sound is converted from is not spoken of, and of one that is far too long only its length. */
    private static void sound(Reference reference, MediaRules rules, boolean soundsAreConverted, List<Phrase> faults) {
        List<Phrase> found = new ArrayList<>();
        length(reference, rules.length(), found);
        if (!SoundPlan.of(reference.media(), rules, soundsAreConverted).works() && (!soundsAreConverted || found.isEmpty())) {
            content(reference, rules, found);
        }
        faults.addAll(found);
    }

    private static void picture(Reference reference, MediaRules rules, List<Phrase> faults) {
        FitPlan plan = FitPlan.of(reference.media(), rules);
        List<Phrase> found = new ArrayList<>();
        reference.media().size().ifPresent(size -> shape(reference, size, mended(size, plan, rules.pixels()), found));
        if (found.isEmpty() && !plan.works()) {
            content(reference, rules, found);
            reference.media().size().ifPresent(size -> shape(reference, size, rules.pixels(), found));
        }
        faults.addAll(found);
    }

    /** A picture that is too large is drawn smaller, so its upper limits need not be spoken of. */
    private static MediaRules.PixelRules mended(PixelSize size, FitPlan plan, MediaRules.PixelRules rules) {
        if (plan.attempts().isEmpty()) {
            return rules;
        }
        int maxSide = Math.max(rules.maxSide(), Math.max(size.width(), size.height()));
        long maxArea = Math.max(rules.maxArea(), size.area());
        return new MediaRules.PixelRules(rules.minSide(), maxSide, rules.minRatio(), rules.maxRatio(), rules.minArea(), maxArea);
    }

    private static void content(Reference reference, MediaRules rules, List<Phrase> faults) {
        MediaInfo media = reference.media();
        if (!rules.types().contains(media.type())) {
            String known = rules.types().stream().sorted().map(MediaType::name).collect(Collectors.joining(", "));
            String wrong = media.type().kind() == MediaKind.AUDIO ? "media.check.type-audio" : "media.check.type";
            faults.add(Phrase.of(wrong, name(reference), media.type().name(), known));
        }
        if (media.bytes() > rules.maxBytes()) {
            faults.add(Phrase.of(
                    "media.check.bytes", name(reference), Amounts.bytes(media.bytes()), Amounts.bytes(rules.maxBytes())));
        }
    }

    private static void shape(Reference reference, PixelSize size, MediaRules.PixelRules rules, List<Phrase> faults) {
        Phrase name = name(reference);
        Optional<String> side = wrongSide(size, rules);
        if (side.isPresent()) {
            int pixels = side.get().equals("wide") ? size.width() : size.height();
            Phrase range = range(rules.minSide(), 1, rules.maxSide(), Integer.MAX_VALUE);
            faults.add(Phrase.of("media.check." + side.get(), name, pixels, range));
            return;
        }
        double ratio = (double) size.width() / size.height();
        if (ratio < rules.minRatio() || ratio > rules.maxRatio()) {
            Phrase range = range(rules.minRatio(), 0, rules.maxRatio(), Double.MAX_VALUE);
            faults.add(Phrase.of("media.check.ratio", name, size.width(), size.height(), ratio, range));
        } else if (size.area() < rules.minArea() || size.area() > rules.maxArea()) {
            Phrase range = range(rules.minArea(), 1, rules.maxArea(), Long.MAX_VALUE);
            faults.add(Phrase.of("media.check.area", name, size.width(), size.height(), size.area(), range));
        }
    }

    private static Optional<String> wrongSide(PixelSize size, MediaRules.PixelRules rules) {
        boolean upright = size.height() > size.width();
        if (Math.min(size.width(), size.height()) < rules.minSide()) {
            return Optional.of(upright || size.width() == size.height() ? "wide" : "high");
        }
        if (Math.max(size.width(), size.height()) > rules.maxSide()) {
            return Optional.of(upright ? "high" : "wide");
        }
        return Optional.empty();
    }

    private static void length(Reference reference, MediaRules.LengthRules rules, List<Phrase> faults) {
        Optional<Duration> duration = reference.media().duration();
        if (duration.isEmpty()) {
            return;
        }
        if (!takes(duration.get(), rules)) {
            faults.add(Phrase.of("media.check.length", name(reference), Amounts.seconds(duration.get()), range(rules)));
        }
    }

    private static void total(MediaKind kind, List<Reference> references, MediaRules.LengthRules rules, List<Phrase> faults) {
        Duration total = references.stream()
                .flatMap(reference -> reference.media().duration().stream())
                .reduce(Duration.ZERO, Duration::plus);
        if (references.size() > 1 && total.compareTo(rules.maxTotal().plus(GRACE)) > 0) {
            faults.add(Phrase.of(
                    "media.check.total-" + key(kind), Amounts.seconds(total), Amounts.seconds(rules.maxTotal())));
        }
    }

    private static Phrase range(MediaRules.LengthRules rules) {
        MediaRules.LengthRules any = MediaRules.LengthRules.any();
        return range(
                Amounts.seconds(rules.min()),
                Amounts.seconds(any.min()),
                Amounts.seconds(rules.max()),
                Amounts.seconds(any.max()));
    }

    private static Phrase range(double least, double noLeast, double most, double noMost) {
        if (most >= noMost) {
            return Phrase.of("media.range.least", least);
        }
        return least <= noLeast ? Phrase.of("media.range.most", most) : Phrase.of("media.range.between", least, most);
    }

    private static String key(MediaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
