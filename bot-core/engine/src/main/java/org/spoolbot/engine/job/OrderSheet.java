package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.http.SignedLinks;
import org.spoolbot.engine.media.MediaCabinet;
import org.spoolbot.engine.media.UnusableFileException;

/** Turns a job into what a gateway is sent: its references fitted to the model, each with its ways to be handed over. Pays nothing. */
final class OrderSheet {
    /** A gateway may fetch a file some time after it was ordered. */
    private static final Duration FETCHED_WITHIN = Duration.ofMinutes(10);

    private final MediaCabinet cabinet;
    private final SignedLinks links;
    private final InstantSource clock;

    @Inject
    OrderSheet(MediaCabinet cabinet, SignedLinks links, InstantSource clock) {
        this.cabinet = cabinet;
        this.links = links;
        this.clock = clock;
    }

    GenerationOrder fill(Job job, VideoProvider provider) throws IOException, ImpossibleException {
        Model model = provider.models().stream()
                .filter(candidate -> candidate.id().equals(job.plan().model()))
                .findFirst()
                .orElseThrow(() -> new ImpossibleException(ErrorKind.NO_ROUTE, "the model is no longer offered"));
        List<Reference> fitted = new ArrayList<>();
        List<ReferenceSource> sources = new ArrayList<>();
        for (Reference reference : job.request().references()) {
            if (cabinet.find(reference.media().sha256()).isEmpty()) {
                throw new ImpossibleException(ErrorKind.MEDIA_UNFETCHABLE, "a reference is no longer stored");
            }
            MediaFile file = fitted(reference, model);
            fitted.add(new Reference(reference.index(), reference.role(), file.info()));
            sources.add(source(file, linkKey(job.id())));
        }
        return new GenerationOrder(job.id(), model, asked(job.request(), fitted, model), sources);
    }

    private MediaFile fitted(Reference reference, Model model) throws IOException, ImpossibleException {
        try {
            return cabinet.fit(reference, model.capabilities());
        } catch (UnusableFileException unusable) {
            throw new ImpossibleException("a reference is none that the model takes", new Blame.File(reference.kind(), reference.index()));
        }
    }

    /** The platform's link is known by the hash of what lies there: a file that was fitted to the model has none. */
    private Source source(MediaFile file, String linkKey) {
        String sha256 = file.info().sha256();
        return new Source(file, links.forProvider(sha256, linkKey), cabinet.publicLink(sha256), clock);
    }

    /** Ends the links that the gateway was given; those that the member gets are others. */
    void close(JobId job) {
        links.revoke(linkKey(job));
    }

    private static String linkKey(JobId job) {
        return job + "-in";
    }

    /** The last frame costs nothing, and the next clip may begin with it. */
    private static VideoRequest asked(VideoRequest request, List<Reference> references, Model model) {
        Extras wished = request.extras();
        Extras extras = new Extras(wished.seed(), wished.watermark(), model.capabilities().has(Feature.LAST_FRAME));
        return new VideoRequest(request.prompt(), request.mode(), references, request.format(), extras, request.model());
    }

    private record Source(MediaFile file, Optional<URI> publicAddress, Optional<PublicLink> platformLink, InstantSource clock)
            implements ReferenceSource {
        @Override
        public Optional<URI> platformAddress() {
            Instant needed = clock.instant().plus(FETCHED_WITHIN);
            return platformLink.filter(link -> link.expiresAt().isAfter(needed)).map(PublicLink::address);
        }

        /** Without the addresses, because they are signed. */
        @Override
        public String toString() {
            return "Source[" + file.info().sha256() + "]";
        }
    }

    /** The order can never be sent. */
    static final class ImpossibleException extends Exception {
        private static final long serialVersionUID = 1L;
        private final ErrorKind kind;
        private final String detail;
        private final transient List<Blame> blames;

        ImpossibleException(ErrorKind kind, String detail) {
            this(kind, detail, List.of());
        }

        /** Because of one file. */
        ImpossibleException(String detail, Blame.File file) {
            this(ErrorKind.INVALID_PARAMS, detail, List.of(file));
        }

        private ImpossibleException(ErrorKind kind, String detail, List<Blame> blames) {
            super(detail);
            this.kind = kind;
            this.detail = detail;
            this.blames = blames;
        }

        SubmitOutcome.Refused asRefusal() {
            return new SubmitOutcome.Refused(kind, detail, Optional.empty(), blames);
        }
    }
}
