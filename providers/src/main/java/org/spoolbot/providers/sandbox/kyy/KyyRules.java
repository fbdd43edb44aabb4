package org.spoolbot.providers.sandbox.kyy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.check.BodyCheck;
import org.spoolbot.providers.sandbox.check.Complaint;

/** Finds everything that the gateway would refuse in a create call, without looking at the media themselves. */
final class KyyRules {

    private static final List<String> ONLY_WITH_VIDEO = List.of("seedance_2_0", "seedance_2_0_fast");
    private static final List<String> MODELS =
            List.of("seedance_2_0", "seedance_2_0_fast", "seedance_2_0_pro", "seedance_2_0_fast_pro");
    private static final List<String> RATIOS = List.of("16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "adaptive");
    private static final List<String> FRAMES = List.of("first_image", "last_image");
    private static final List<String> REFERENCES = List.of("referenceImages", "referenceVideos", "referenceAudios");
    private static final Set<String> FIELDS = Set.of(
            "model", "prompt", "duration", "aspect_ratio", "generateAudio", "first_image", "last_image", "referenceImages",
            "referenceVideos", "referenceAudios");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|asset://[A-Za-z0-9_-]{1,64}");
    private static final String EXPECTED = "a public URL or asset://ID is expected";
    private static final int MOST_IMAGES = 9;
    private static final int MOST_OTHERS = 3;

    private final BodyCheck check;

    private KyyRules(JsonNode body) {
        check = new BodyCheck(body);
    }

    static List<Complaint> complaints(JsonNode body) {
        if (!body.isObject()) {
            return List.of(new Complaint("body", "a JSON object is expected"));
        }
        KyyRules rules = new KyyRules(body);
        rules.checkFields();
        rules.checkMedia();
        if (rules.check.complaints().isEmpty()) {
            rules.checkMode();
        }
        return rules.check.complaints();
    }

    private void checkFields() {
        check.onlyFields(FIELDS);
        check.requiredText("model");
        check.choice("model", MODELS);
        check.requiredText("prompt");
        check.whole("duration", 4, 15);
        check.choice("aspect_ratio", RATIOS);
        check.flag("generateAudio");
    }

    private void checkMedia() {
        FRAMES.forEach(field -> check.text(field, KyyRules::isAddress, EXPECTED));
        check.texts("referenceImages", MOST_IMAGES, KyyRules::isAddress, EXPECTED);
        check.texts("referenceVideos", MOST_OTHERS, KyyRules::isAddress, EXPECTED);
        check.texts("referenceAudios", MOST_OTHERS, KyyRules::isAddress, EXPECTED);
        if (check.isEmptyList("referenceImages")) {
            check.complain("referenceImages", "1 to " + MOST_IMAGES + " images are expected");
        }
    }

    private static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    private void checkMode() {
        boolean frames = FRAMES.stream().anyMatch(check::has);
        boolean references = REFERENCES.stream().anyMatch(field -> check.count(field) > 0);
        if (frames && references) {
            check.complain("first_image", "first_image and last_image cannot be used with references");
        }
        if (check.has("last_image") && !check.has("first_image")) {
            check.complain("last_image", "it must be used together with first_image");
        }
        if (ONLY_WITH_VIDEO.contains(check.textOf("model")) && check.count("referenceVideos") == 0) {
            check.complain("model", "this model only supports generation with reference videos");
        }
        if (check.count("referenceAudios") > 0 && check.count("referenceImages") + check.count("referenceVideos") == 0) {
            check.complain("referenceAudios", "audio needs at least one reference image or video beside it");
        }
    }
}
