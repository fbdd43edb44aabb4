package org.spoolbot.providers.sandbox.ark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.spoolbot.providers.sandbox.render.Tile.Kind;
import org.spoolbot.providers.sandbox.serve.Fault;

/** What may stand in {@code content}: the three modes, which exclude each other, and how many of each kind. */
final class ContentRules {

    private static final Pattern LINK = Pattern.compile("(https?|asset)://\\S+");
    private static final Pattern INLINE_IMAGE = Pattern.compile("data:image/[a-z0-9.+-]+;base64,.*", Pattern.DOTALL);
    private static final Pattern INLINE_AUDIO = Pattern.compile("data:audio/[a-z0-9.+-]+;base64,.*", Pattern.DOTALL);
    private static final int MOST_IMAGES = 9;
    private static final int MOST_OTHERS = 3;

    private record Item(int position, Kind kind, String role) {
        boolean isReference() {
            return role.startsWith("reference_");
        }
    }

    private final JsonNode content;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private int texts;
    private boolean worded;

    private ContentRules(JsonNode content) {
        this.content = content;
    }

    static List<Fault> check(JsonNode content) {
        if (content.isMissingNode() || content.isNull()) {
            return List.of(ArkFaults.ARK.missing("content"));
        }
        if (!content.isArray() || content.isEmpty()) {
            return List.of(ArkFaults.ARK.invalid("content", "a list with at least one item is expected"));
        }
        ContentRules rules = new ContentRules(content);
        IntStream.range(0, content.size()).forEach(rules::checkItem);
        if (rules.faults.isEmpty()) {
            rules.checkMode();
        }
        return rules.faults;
    }

    static Optional<Kind> kind(String type) {
        return switch (type) {
            case "image_url" -> Optional.of(Kind.IMAGE);
            case "video_url" -> Optional.of(Kind.VIDEO);
            case "audio_url" -> Optional.of(Kind.AUDIO);
            default -> Optional.empty();
        };
    }

    static String field(Kind kind) {
        return switch (kind) {
            case IMAGE -> "image_url";
            case VIDEO -> "video_url";
            case AUDIO -> "audio_url";
        };
    }

    private void checkItem(int position) {
        JsonNode item = content.get(position);
        String path = "content[" + position + "]";
        String type = item.path("type").asText("");
        if (type.equals("text")) {
            checkText(item, path);
            return;
        }
        Optional<Kind> kind = kind(type);
        if (kind.isEmpty()) {
            faults.add(ArkFaults.ARK.invalid(path + ".type", "text, image_url, video_url or audio_url is expected"));
            return;
        }
        checkKeys(item, path, Set.of("type", "role", field(kind.get())));
        checkUrl(item.path(field(kind.get())), path + "." + field(kind.get()), kind.get());
        checkRole(item, path, kind.get(), position);
    }

    private void checkText(JsonNode item, String path) {
        texts++;
        worded = worded || !item.path("text").asText("").isBlank();
        checkKeys(item, path, Set.of("type", "text"));
        if (!item.path("text").isTextual()) {
            faults.add(ArkFaults.ARK.missing(path + ".text"));
        }
        if (texts == 2) {
            faults.add(ArkFaults.ARK.invalid(path, "at most one text is allowed"));
        }
    }

    private void checkKeys(JsonNode item, String path, Set<String> allowed) {
        item.fieldNames().forEachRemaining(key -> {
            if (!allowed.contains(key)) {
                faults.add(ArkFaults.ARK.invalid(path + "." + key, "there is no such parameter"));
            }
        });
    }

    private void checkUrl(JsonNode holder, String path, Kind kind) {
        if (!holder.isObject() || !holder.path("url").isTextual()) {
            faults.add(ArkFaults.ARK.missing(path + ".url"));
            return;
        }
        checkKeys(holder, path, Set.of("url"));
        String url = holder.get("url").asText();
        boolean fine = switch (kind) {
            case IMAGE -> LINK.matcher(url).matches() || INLINE_IMAGE.matcher(url).matches();
            case AUDIO -> LINK.matcher(url).matches() || INLINE_AUDIO.matcher(url).matches();
            case VIDEO -> LINK.matcher(url).matches();
        };
        if (!fine) {
            String inline = kind == Kind.VIDEO ? "" : " or data:" + (kind == Kind.IMAGE ? "image" : "audio") + "/<format>;base64,";
            faults.add(ArkFaults.ARK.invalid(path + ".url", "an address" + inline + " is expected"));
        }
    }

    private void checkRole(JsonNode item, String path, Kind kind, int position) {
        String role = item.path("role").asText("");
        Set<String> allowed = switch (kind) {
            case IMAGE -> Set.of("", "first_frame", "last_frame", "reference_image");
            case VIDEO -> Set.of("reference_video");
            case AUDIO -> Set.of("reference_audio");
        };
        if (!allowed.contains(role)) {
            faults.add(ArkFaults.ARK.invalid(path + ".role", "'" + role + "' is no role of a " + field(kind)));
            return;
        }
        items.add(new Item(position, kind, role));
    }

    private void checkMode() {
        if (items.isEmpty()) {
            checkWorded();
            return;
        }
        boolean references = items.stream().anyMatch(Item::isReference);
        if (!references) {
            checkFrames();
            return;
        }
        items.stream().filter(item -> !item.isReference()).forEach(item -> faults.add(ArkFaults.ARK.invalid(
                "content[" + item.position() + "].role", "first and last frame cannot be mixed with references")));
        checkWorded();
        checkCounts();
    }

    private void checkWorded() {
        if (!worded) {
            faults.add(ArkFaults.ARK.missing("content.text"));
        }
    }

    private void checkFrames() {
        List<String> roles = items.stream().map(Item::role).sorted().toList();
        boolean one = roles.equals(List.of("")) || roles.equals(List.of("first_frame"));
        boolean two = roles.equals(List.of("first_frame", "last_frame"));
        if (!one && !two) {
            faults.add(ArkFaults.ARK.invalid("content", "one first_frame, or one first_frame and one last_frame, is expected"));
        }
    }

    private void checkCounts() {
        for (Kind kind : Kind.values()) {
            int most = kind == Kind.IMAGE ? MOST_IMAGES : MOST_OTHERS;
            if (count(kind) > most) {
                faults.add(ArkFaults.ARK.invalid("content", "at most " + most + " " + field(kind) + " items are allowed"));
            }
        }
        if (count(Kind.IMAGE) + count(Kind.VIDEO) == 0) {
            faults.add(ArkFaults.ARK.invalid("content", "audio needs at least one image or video beside it"));
        }
    }

    private long count(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).count();
    }
}
