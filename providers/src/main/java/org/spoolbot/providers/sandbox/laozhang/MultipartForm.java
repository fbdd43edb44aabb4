package org.spoolbot.providers.sandbox.laozhang;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.render.Tile.Kind;
import org.spoolbot.providers.sandbox.serve.CreateForm;
import org.spoolbot.providers.sandbox.serve.Faces;
import org.spoolbot.providers.sandbox.serve.Fault;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.task.ClipOrder;
import org.spoolbot.providers.sandbox.task.ClipOrder.Role;

/**
 * A create call of the form dialect.
 *
 * @param parts its parts, in their order, which is the order in which prompts count them
 * @param faults how to refuse
 */
record MultipartForm(List<FormPart> parts, NewApiFaults faults) implements CreateForm {

    private static final Set<String> TEXTS = Set.of("model", "prompt", "duration", "aspect_ratio");
    private static final Set<String> FILES = Set.of("files", "first_frame_image", "last_frame_image");
    private static final Set<String> RATIOS = Set.of("16:9", "9:16", "1:1");
    private static final Set<String> IMAGE_TYPES = Set.of("image/jpeg", "image/png");
    /** What the document's own examples send: Python none, curl this one for an mp4. */
    private static final Set<String> UNTYPED = Set.of("", "application/octet-stream");

    private static final int MOST_IMAGES = 9;
    private static final int MOST_VIDEOS = 3;

    @Override
    public String prompt() {
        return text("prompt", "");
    }

    @Override
    public void close() {
        FormReader.discard(parts);
    }

    @Override
    public ClipOrder order(Directives directives) throws RefusedRequest {
        checkParts();
        checkTexts();
        checkModes();
        List<ClipOrder.Reference> references = references();
        checkCounts(references);
        ClipOrder order = new ClipOrder(
                text("model", ""),
                new ClipOrder.Prompt(prompt(), directives.prompt()),
                references,
                ClipOrder.Output.plain(text("aspect_ratio", "16:9"), Integer.parseInt(text("duration", "5"))),
                ClipOrder.Terms.USUAL);
        Faces.check(order, directives, faults::fromUpstream, number -> "content[" + (number + 1) + "]");
        return order;
    }

    private void checkParts() throws RefusedRequest {
        List<String> seen = new ArrayList<>();
        for (FormPart part : parts) {
            String name = part.head().name();
            boolean isFile = part.file().isPresent();
            if (!TEXTS.contains(name) && !FILES.contains(name)) {
                throw new RefusedRequest(faults.invalid(name, "there is no such part"));
            }
            if (isFile != FILES.contains(name)) {
                throw new RefusedRequest(faults.invalid(name, isFile ? "a text is expected" : "a file is expected"));
            }
            if (!name.equals("files") && seen.contains(name)) {
                throw new RefusedRequest(faults.invalid(name, "it is there twice"));
            }
            if (FormReader.isTooLong(part)) {
                throw new RefusedRequest(faults.invalid(name, isFile ? "a file may have 50 MB" : "it is too long"));
            }
            seen.add(name);
        }
    }

    private void checkTexts() throws RefusedRequest {
        for (String name : List.of("model", "prompt")) {
            if (text(name, "").isBlank()) {
                throw new RefusedRequest(faults.missing(name));
            }
        }
        if (!text("model", "").equals("seedance-2.0")) {
            throw new RefusedRequest(faults.typical(503));
        }
        if (!text("duration", "5").matches("[4-9]|1[0-5]")) {
            throw new RefusedRequest(faults.invalid("duration", "a whole number from 4 to 15 is expected"));
        }
        if (!RATIOS.contains(text("aspect_ratio", "16:9"))) {
            throw new RefusedRequest(faults.invalid("aspect_ratio", "16:9, 9:16 or 1:1 is expected"));
        }
    }

    private void checkModes() throws RefusedRequest {
        boolean first = has("first_frame_image");
        boolean last = has("last_frame_image");
        if (last && !first) {
            throw new RefusedRequest(faults.invalid("last_frame_image", "it needs first_frame_image"));
        }
        if (first && has("files")) {
            throw new RefusedRequest(faults.invalid("files", "they cannot be mixed with first_frame_image"));
        }
    }

    private List<ClipOrder.Reference> references() throws RefusedRequest {
        List<ClipOrder.Reference> references = new ArrayList<>();
        for (FormPart part : parts) {
            if (part.file().isEmpty()) {
                continue;
            }
            String name = part.head().name();
            Role role = switch (name) {
                case "first_frame_image" -> Role.FIRST_FRAME;
                case "last_frame_image" -> Role.LAST_FRAME;
                default -> Role.REFERENCE;
            };
            Path file = part.file().get();
            Kind kind = looksLikeVideo(file) ? Kind.VIDEO : Kind.IMAGE;
            checkType(part, kind, role);
            references.add(new ClipOrder.Reference(kind, role, new ClipOrder.Source.Stored(file), name));
        }
        return references;
    }

    private void checkType(FormPart part, Kind kind, Role role) throws RefusedRequest {
        String name = part.head().name();
        if (kind == Kind.VIDEO && role != Role.REFERENCE) {
            throw new RefusedRequest(faults.invalid(name, "an image is expected"));
        }
        String type = part.head().contentType();
        boolean fits = UNTYPED.contains(type) || (kind == Kind.VIDEO ? type.equals("video/mp4") : IMAGE_TYPES.contains(type));
        if (!fits) {
            Fault fault = faults.invalid(name, "its Content-Type " + type + " is not that of a jpg, png or mp4, or not what it contains");
            throw new RefusedRequest(fault);
        }
    }

    private void checkCounts(List<ClipOrder.Reference> references) throws RefusedRequest {
        long images = references.stream().filter(reference -> reference.kind() == Kind.IMAGE).count();
        if (images > MOST_IMAGES || references.size() - images > MOST_VIDEOS) {
            throw new RefusedRequest(faults.invalid("files", "at most " + MOST_IMAGES + " images and " + MOST_VIDEOS + " videos are allowed"));
        }
    }

    private static boolean looksLikeVideo(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            byte[] head = input.readNBytes(8);
            return head.length == 8 && new String(head, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp");
        } catch (IOException e) {
            return false;
        }
    }

    private boolean has(String name) {
        return parts.stream().anyMatch(part -> part.head().name().equals(name));
    }

    private String text(String name, String otherwise) {
        return parts.stream().filter(part -> part.head().name().equals(name)).map(FormPart::text).findFirst().orElse(otherwise);
    }
}
