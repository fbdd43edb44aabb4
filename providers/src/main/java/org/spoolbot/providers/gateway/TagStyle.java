package org.spoolbot.providers.gateway;

import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;

/** How a dialect writes a reference in the prompt. */
@FunctionalInterface
public interface TagStyle {
    /** Plain words: {@code image 1}. */
    TagStyle WORDS = tag -> tag.word() + " " + tag.index();

    /** The words for a tag. */
    String of(Prompt.Tag tag);

    /** The prompt as it is sent: where pictures are frames there is nothing to number, so they are called what they are. */
    default String prompt(VideoRequest request) {
        return request.prompt().render(tag -> text(request, tag));
    }

    private String text(VideoRequest request, Prompt.Tag tag) {
        if (request.mode() == Mode.REFERENCE || request.mode() == Mode.TEXT) {
            return of(tag);
        }
        boolean last = request.references(tag.kind()).stream()
                .anyMatch(reference -> reference.index() == tag.index() && reference.role() == Role.LAST_FRAME);
        return last ? "the last frame" : "the first frame";
    }
}
