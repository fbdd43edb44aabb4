package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaKind;
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

    @Inject
    RequestCheck(MediaCabinet cabinet) {
        this.cabinet = cabinet;
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
            faults.add(Phrase.of("job.fault.mode", Phrase.of("job.mode." + request.mode().name().toLowerCase(java.util.Locale.ROOT))));
        }
        int length = request.prompt().canonical().length();
        if (length > model.maxPromptLength()) {
            faults.add(Phrase.of("job.fault.prompt-too-long", length, model.maxPromptLength()));
        }
        format(request.format(), model, faults);
        extras(request, model, faults);
        faults.addAll(cabinet.check(request.references(), model));
        return faults;
    }

    /** What is done to the files so that the model takes them. */
    List<Phrase> notes(VideoRequest request, Capabilities model) {
        return cabinet.adjustments(request.references(), model);
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
                : Optional.of(Phrase.of("job.fault.roles-" + request.mode().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
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
        if (request.extras().seed().isPresent() && !model.has(Capabilities.Feature.SEED)) {
            faults.add(Phrase.of("job.fault.seed"));
        }
        if (request.extras().watermark() && !model.has(Capabilities.Feature.WATERMARK)) {
            faults.add(Phrase.of("job.fault.watermark"));
        }
        boolean soundAlone = !request.references().isEmpty()
                && request.references(MediaKind.AUDIO).size() == request.references().size();
        if (soundAlone && !model.has(Capabilities.Feature.AUDIO_ALONE)) {
            faults.add(Phrase.of("job.fault.audio-alone"));
        }
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
