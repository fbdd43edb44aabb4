package org.spoolbot.api.video;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.media.MediaKind;
import java.util.List;
import java.util.Optional;

/**
 * One request for one clip, neutral of any gateway.
 *
 * @param prompt what is to be seen
 * @param mode how the references drive it
 * @param references numbered per kind in the order they were added
 * @param format length, shape, size, sound
 * @param extras seed, watermark, last frame
 * @param model the model a member named; empty lets the route decide
 */
public record VideoRequest(
        Prompt prompt, Mode mode, List<Reference> references, Format format, Extras extras, Optional<String> model) {
    public VideoRequest {
        requireNonNull(prompt, "prompt is null");
        requireNonNull(mode, "mode is null");
        references = List.copyOf(references);
        requireNonNull(format, "format is null");
        requireNonNull(extras, "extras is null");
        requireNonNull(model, "model is null");
    }

    /** The references of one kind, in order. */
    public List<Reference> references(MediaKind kind) {
        return references.stream().filter(reference -> reference.kind() == kind).toList();
    }

    /** The same request for another prompt. */
    public VideoRequest withPrompt(Prompt other) {
        return new VideoRequest(other, mode, references, format, extras, model);
    }

    /** The same request in another format. */
    public VideoRequest withFormat(Format other) {
        return new VideoRequest(prompt, mode, references, other, extras, model);
    }
}
