package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.media.MediaCabinet;

/** Says everything that is wrong with a request, so that nothing is sent that a gateway forbids. */
final class RequestCheck {
    private final MediaCabinet cabinet;
    private final FilesCheck files;
    private final OperatorBell bell;

    @Inject
    RequestCheck(MediaCabinet cabinet, FilesCheck files, OperatorBell bell) {
        this.bell = bell;
        this.cabinet = cabinet;
        this.files = files;
    }

    /** What is wrong for any model. */
    List<Phrase> faults(VideoRequest request) {
        List<Phrase> faults = new ArrayList<>();
        boolean wordsNeeded = request.mode() == Mode.TEXT || request.mode() == Mode.REFERENCE;
        if (wordsNeeded && request.prompt().canonical().isBlank()) {
            faults.add(Phrase.of("job.fault.prompt-empty"));
        }
        request.prompt().tags().stream()
                .distinct()
                .filter(tag -> !hasFile(request, tag))
                .forEach(tag -> faults.add(Phrase.of("job.fault.tag-without-file", tag.canonical())));
        roles(request).ifPresent(faults::add);
        return faults;
    }

    /** What is wrong for one model. */
    List<Phrase> faults(VideoRequest request, Capabilities model) {
        List<Phrase> faults = new ArrayList<>();
        if (!model.modes().contains(request.mode())) {
            faults.add(Phrase.of("job.fault.mode", Phrase.of("job.mode." + request.mode().name().toLowerCase(Locale.ROOT))));
        }
        int length = request.prompt().canonical().length();
        if (length > model.maxPromptLength()) {
            faults.add(Phrase.of("job.fault.prompt-too-long", length, model.maxPromptLength()));
        }
        format(request.format(), model, faults);
        extras(request, model, faults);
        faults.addAll(files.faults(request, model));
        faults.addAll(cabinet.check(request.references(), model));
        return faults;
    }

    /** Why nobody makes it, for the member; what only the operator can mend is told to them. */
    List<Phrase> told(List<Phrase> reasons) {
        if (reasons.stream().anyMatch(reason -> reason.key().equals(FilesCheck.UNREACHABLE))) {
            bell.addressMissing();
        }
        return reasons;
    }

    /** Whether a model takes the files in that mode, whatever else is asked of it. */
    boolean filesFit(VideoRequest request, Capabilities model) {
        return model.takes(request.mode(), request.references())
                && files.faults(request, model).isEmpty()
                && cabinet.check(request.references(), model).isEmpty();
    }

    /** What is done to the files and tags so that the model takes them. */
    List<Phrase> notes(VideoRequest request, Capabilities model) {
        List<Phrase> notes = new ArrayList<>(cabinet.adjustments(request.references(), model));
        boolean frames = request.mode() == Mode.FIRST_FRAME || request.mode() == Mode.FIRST_LAST_FRAME;
        if (frames) {
            request.prompt().tags().stream().distinct().forEach(tag -> notes.add(asFrame(request, tag)));
        }
        return notes;
    }

    /** Gateways know no tags of frames: a dialect writes out which frame is meant. */
    private static Phrase asFrame(VideoRequest request, Prompt.Tag tag) {
        boolean last = request.references(tag.kind()).stream()
                .anyMatch(reference -> reference.index() == tag.index() && reference.role() == Role.LAST_FRAME);
        return Phrase.of(last ? "job.note.tag-last-frame" : "job.note.tag-first-frame", tag.canonical());
    }

    private static boolean hasFile(VideoRequest request, Prompt.Tag tag) {
        return request.references(tag.kind()).stream().anyMatch(reference -> reference.index() == tag.index());
    }

    private static Optional<Phrase> roles(VideoRequest request) {
        long first = count(request, Role.FIRST_FRAME);
        long last = count(request, Role.LAST_FRAME);
        long others = request.references().size() - first - last;
        boolean fits = switch (request.mode()) {
            case TEXT -> request.references().isEmpty();
            case FIRST_FRAME -> first == 1 && last == 0 && others == 0;
            case FIRST_LAST_FRAME -> first == 1 && last == 1 && others == 0;
            case REFERENCE -> others > 0 && first == 0 && last == 0;
        };
        return fits
                ? Optional.empty()
                : Optional.of(Phrase.of("job.fault.roles-" + request.mode().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static long count(VideoRequest request, Role role) {
        return request.references().stream().filter(reference -> reference.role() == role).count();
    }

    private static void format(Format format, Capabilities model, List<Phrase> faults) {
        if (!model.lengths().contains(format.seconds())) {
            faults.add(Phrase.of("job.fault.length", format.seconds(), joined(model.lengths())));
        }
        if (!model.ratios().contains(format.ratio())) {
            String known = joined(model.ratios().stream().map(Ratio::label).toList());
            faults.add(Phrase.of("job.fault.ratio", format.ratio().label(), known));
        }
        if (!model.resolutions().contains(format.resolution())) {
            String known = joined(model.resolutions().stream().map(Resolution::label).toList());
            faults.add(Phrase.of("job.fault.resolution", format.resolution().label(), known));
        }
    }

    private static void extras(VideoRequest request, Capabilities model, List<Phrase> faults) {
        if (!request.format().audio() && !model.has(Capabilities.Feature.AUDIO_SWITCH)) {
            faults.add(Phrase.of("job.fault.sound-stays"));
        }
        if (request.extras().seed().isPresent() && !model.has(Capabilities.Feature.SEED)) {
            faults.add(Phrase.of("job.fault.seed"));
        }
        if (request.extras().watermark() && !model.has(Capabilities.Feature.WATERMARK)) {
            faults.add(Phrase.of("job.fault.watermark"));
        }
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
