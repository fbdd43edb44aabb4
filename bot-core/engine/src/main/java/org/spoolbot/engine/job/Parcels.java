package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.video.PromptReader;
import org.spoolbot.engine.command.builtin.ClipButtons;
import org.spoolbot.engine.http.SignedLinks;
import org.spoolbot.engine.media.MediaCabinet;

/** Packs a clip so that it fits: as it is, else made smaller, else as a link, else as a word where to get it. */
final class Parcels {
    private static final Duration LINK_LIFETIME = Duration.ofHours(24);

    private final MediaCabinet cabinet;
    private final SignedLinks links;
    private final PromptReader prompts;
    private final JobWords words;
    private final Veil veil;

    @Inject
    Parcels(MediaCabinet cabinet, SignedLinks links, PromptReader prompts, JobWords words, Veil veil) {
        this.cabinet = cabinet;
        this.links = links;
        this.prompts = prompts;
        this.words = words;
        this.veil = veil;
    }

    /** The message that brings a clip there, with a file of at most that size. */
    Message pack(Job job, MediaFile clip, long maxBytes, Place place) {
        Message open = pack(job, clip, maxBytes);
        Message.Envelope envelope = open.envelope();
        boolean veiled = veil.covers(job, place.platform(), place.destination());
        Optional<String> nonce = envelope.nonce().filter(_ -> !place.wished());
        return open.in(new Message.Envelope(envelope.audience(), envelope.mention(), nonce, veiled));
    }

    private Message pack(Job job, MediaFile clip, long maxBytes) {
        if (clip.info().bytes() <= maxBytes) {
            return withFile(job, clip, Phrase.of("job.delivered", words.receipt(job)));
        }
        Optional<MediaFile> smaller = maxBytes > 0 ? cabinet.shrink(clip, maxBytes) : Optional.empty();
        if (smaller.isPresent() && smaller.get().info().bytes() <= maxBytes) {
            return withFile(job, smaller.get(), Phrase.of("job.delivered-smaller", words.receipt(job)));
        }
        Optional<URI> link = links.forMember(clip.info().sha256(), job.id().value(), LINK_LIFETIME);
        return link.map(address -> withoutFile(job, Phrase.of("job.delivered-link", address.toString(), words.receipt(job))))
                .orElseGet(() -> withoutFile(job, Phrase.of("job.delivered-too-large", job.id().value(), words.receipt(job))));
    }

    /**
     * Where a clip goes.
     *
     * @param platform where that is
     * @param destination what place there
     * @param wished whether somebody wants it there once more: then it is not the message that stands there already
     */
    record Place(ChatPlatform platform, Destination destination, boolean wished) {}

    private Message withFile(Job job, MediaFile clip, Phrase text) {
        String name = "clip-" + job.id() + "." + clip.info().type().extension();
        Attachment attachment = new Attachment(name, clip, cabinet.poster(clip.info()));
        return withoutFile(job, text).withAttachments(List.of(attachment));
    }

    private Message withoutFile(Job job, Phrase text) {
        Function<Phrase, String> texts = phrase -> words.say(job, phrase);
        return Message.of(texts.apply(text))
                .withControls(ClipButtons.all(job.id(), prompts.write(job.request().prompt()), texts))
                .in(JobWords.toOwner(job, ""));
    }
}
