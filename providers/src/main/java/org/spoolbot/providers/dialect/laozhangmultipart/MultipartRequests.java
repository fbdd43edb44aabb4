package org.spoolbot.providers.dialect.laozhangmultipart;

import java.util.ArrayList;
import java.util.List;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.gateway.TagStyle;
import org.spoolbot.providers.http.FormPart;

/** Orders as the parts of a form. Pure. */
final class MultipartRequests {
    /** Numbered by kind in the order of the parts. */
    static final TagStyle TAGS = MultipartRequests::tag;

    private MultipartRequests() {}

    /** The parts in the order of the document; that of the files gives them their numbers. */
    static List<FormPart> create(GenerationOrder order) {
        VideoRequest request = order.request();
        List<FormPart> parts = new ArrayList<>();
        parts.add(new FormPart.Text("model", order.model().wireName()));
        parts.add(new FormPart.Text("prompt", TAGS.prompt(request)));
        parts.add(new FormPart.Text("duration", Integer.toString(request.format().seconds())));
        parts.add(new FormPart.Text("aspect_ratio", request.format().ratio().label()));
        for (int place = 0; place < order.sources().size(); place++) {
            parts.add(file(request.references().get(place), order.sources().get(place).file()));
        }
        return parts;
    }

    private static FormPart.File file(Reference reference, MediaFile file) {
        String field = switch (reference.role()) {
            case FIRST_FRAME -> "first_frame_image";
            case LAST_FRAME -> "last_frame_image";
            case REFERENCE -> "files";
        };
        // The name that a member gave the file is nobody's business.
        String name = new Prompt.Tag(reference.kind(), reference.index()).word() + reference.index();
        return new FormPart.File(field, name + "." + file.info().type().extension(), file.info().type().mimeType(), file.path());
    }

    private static String tag(Prompt.Tag tag) {
        return switch (tag.kind()) {
            case IMAGE -> "@IMG_" + tag.index();
            case VIDEO -> "@VID_" + tag.index();
            case AUDIO -> tag.word() + " " + tag.index();
        };
    }
}
