package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.Handover;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.media.MediaCabinet;

/** Says what is wrong with a request's files taken together, and which of them cannot be brought to the gateway from here. */
final class FilesCheck {
    /** The fault that only the operator can mend, by {@code http.public-url}. */
    static final String UNREACHABLE = "job.fault.file-unreachable";

    private static final int MOST_FRAMES = 2;

    private final boolean linked;
    private final MediaCabinet cabinet;

    @Inject
    FilesCheck(ServerSettings settings, MediaCabinet cabinet) {
        this.linked = settings.http().publicUrl().isPresent();
        this.cabinet = cabinet;
    }

    List<Phrase> faults(VideoRequest request, Capabilities model) {
        List<Phrase> faults = new ArrayList<>();
        if (request.mode() == Mode.REFERENCE) {
            missing(request, model, faults);
            alone(request, model).ifPresent(faults::add);
        }
        for (Reference reference : request.references()) {
            MediaRules rules = model.media().get(reference.kind());
            if (rules != null && rules.ways().stream().noneMatch(way -> isOpen(way, reference, model))) {
                faults.add(Phrase.of(UNREACHABLE, name(reference.kind(), reference.index())));
            }
        }
        return faults;
    }

    /** "image 2", as the member counts. */
    static Phrase name(MediaKind kind, int index) {
        return Phrase.of("media.name." + key(kind), index);
    }

    private static void missing(VideoRequest request, Capabilities model, List<Phrase> faults) {
        for (Map.Entry<MediaKind, MediaRules> entry : model.media().entrySet()) {
            int least = entry.getValue().minCount();
            if (request.references(entry.getKey()).size() < least) {
                faults.add(Phrase.of("job.fault.needs-" + key(entry.getKey()), least));
            }
        }
    }

    private static Optional<Phrase> alone(VideoRequest request, Capabilities model) {
        List<Reference> files = request.references();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        boolean pictures = files.size() == request.references(MediaKind.IMAGE).size();
        if (pictures && files.size() <= MOST_FRAMES && !model.has(Feature.PICTURES_ALONE)) {
            return Optional.of(Phrase.of("job.fault.pictures-alone", files.size()));
        }
        boolean sound = files.size() == request.references(MediaKind.AUDIO).size();
        return sound && !model.has(Feature.AUDIO_ALONE) ? Optional.of(Phrase.of("job.fault.audio-alone")) : Optional.empty();
    }

    private boolean isOpen(Handover way, Reference reference, Capabilities model) {
        return switch (way) {
            case PART, UPLOAD, DATA_URI -> true;
            case SIGNED_LINK -> linked;
            case PLATFORM_LINK -> cabinet.publicLink(reference.media().sha256()).isPresent() && isSentAsItIs(reference, model);
        };
    }

    /** The chat platform has the file as it came, not as it is made to fit. */
    private boolean isSentAsItIs(Reference reference, Capabilities model) {
        return cabinet.adjustments(List.of(reference), model).isEmpty();
    }

    private static String key(MediaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
