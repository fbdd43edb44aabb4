package org.spoolbot.providers.sandbox.evolink;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.check.BodyCheck;
import org.spoolbot.providers.sandbox.check.Complaint;
import org.spoolbot.providers.sandbox.evolink.EvolinkModel.Mode;
import org.spoolbot.providers.sandbox.evolink.EvolinkModel.Tier;
import org.spoolbot.providers.sandbox.reference.Loopback;

/** Finds everything that EvoLink would refuse in a create call, without looking at the media themselves. */
final class EvolinkRules {

    private static final Set<String> FIELDS = Set.of(
            "model", "prompt", "image_urls", "video_urls", "audio_urls", "duration", "quality", "aspect_ratio", "generate_audio",
            "callback_url", "content_filter", "model_params");
    private static final List<String> QUALITIES = List.of("480p", "720p", "1080p");
    private static final List<String> RATIOS = List.of("16:9", "9:16", "1:1", "4:3", "3:4", "21:9", "adaptive");
    private static final List<String> LISTS = List.of("image_urls", "video_urls", "audio_urls");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern PRIVATE = Pattern.compile(
            "(?i)10\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|0\\..*|\\[f[cde].*|.*\\.(local|internal)");
    private static final int MOST_IMAGES = 9;
    private static final int MOST_OTHERS = 3;
    private static final int MOST_FILES = 12;
    private static final int LONGEST_CALLBACK = 2_048;
    private static final int UMBRELLA_TOKENS = 2_000;
    private static final int TOKENS = 10_000;

    private final BodyCheck check;
    private final JsonNode body;

    private EvolinkRules(JsonNode body) {
        this.body = body;
        check = new BodyCheck(body);
    }

    static List<Complaint> complaints(JsonNode body) {
        if (!body.isObject()) {
            return List.of(new Complaint("body", "a JSON object is expected"));
        }
        EvolinkRules rules = new EvolinkRules(body);
        rules.checkFields();
        rules.checkMedia();
        rules.checkCallback();
        Optional<EvolinkModel> model = EvolinkModel.of(rules.check.textOf("model"));
        model.ifPresent(rules::checkModel);
        return rules.check.complaints();
    }

    private void checkFields() {
        check.onlyFields(FIELDS);
        check.requiredText("model");
        check.text("model", name -> EvolinkModel.of(name).isPresent(), "there is no such model");
        check.requiredText("prompt");
        check.whole("duration", 4, 15);
        check.choice("quality", QUALITIES);
        check.choice("aspect_ratio", RATIOS);
        check.flag("generate_audio");
        check.flag("content_filter");
    }

    private void checkMedia() {
        String expected = "a URL is expected, Base64 is not supported";
        check.texts("image_urls", MOST_IMAGES, EvolinkRules::isAddress, expected);
        check.texts("video_urls", MOST_OTHERS, EvolinkRules::isAddress, expected);
        check.texts("audio_urls", MOST_OTHERS, EvolinkRules::isAddress, expected);
        if (files() > MOST_FILES) {
            check.complain("image_urls", "at most " + MOST_FILES + " files are allowed in all");
        }
        if (check.count("audio_urls") > 0 && check.count("image_urls") + check.count("video_urls") == 0) {
            check.complain("audio_urls", "audio needs at least one image or video beside it");
        }
    }

    private static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    private int files() {
        return LISTS.stream().mapToInt(check::count).sum();
    }

    private void checkCallback() {
        String expected = "a public HTTPS URL of at most " + LONGEST_CALLBACK + " characters is expected";
        check.text("callback_url", EvolinkRules::mayBeCalled, expected);
    }

    /** Only this machine's own addresses are let in without TLS: the sandbox itself calls nothing else. */
    private static boolean mayBeCalled(String text) {
        if (text.length() > LONGEST_CALLBACK || !isAddress(text)) {
            return false;
        }
        try {
            URI address = URI.create(text);
            boolean secure = "https".equals(address.getScheme()) && address.getHost() != null;
            return Loopback.leadsHere(address) || secure && !PRIVATE.matcher(address.getHost()).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void checkModel(EvolinkModel model) {
        int most = model.mode() == Mode.INFERRED ? UMBRELLA_TOKENS : TOKENS;
        if (PromptTokens.of(check.textOf("prompt")) > most) {
            check.complain("prompt", "at most " + most + " tokens are allowed");
        }
        if (model.tier() != Tier.STANDARD && check.textOf("quality").equals("1080p")) {
            check.complain("quality", "1080p is not supported by this model");
        }
        checkParams(model.mode());
        checkMode(model.mode());
    }

    private void checkParams(Mode mode) {
        JsonNode params = body.path("model_params");
        if (params.isMissingNode()) {
            return;
        }
        if (!params.isObject()) {
            check.complain("model_params", "an object is expected");
            return;
        }
        check.onlyFields("model_params.", params, Set.of("web_search"));
        if (params.has("web_search") && (!params.get("web_search").isBoolean() || mode != Mode.TEXT)) {
            check.complain("model_params.web_search", "true or false is expected, for text-to-video models only");
        }
    }

    private void checkMode(Mode mode) {
        int images = check.count("image_urls");
        int others = check.count("video_urls") + check.count("audio_urls");
        switch (mode) {
            case INFERRED -> {}
            case TEXT -> {
                if (files() > 0) {
                    check.complain("image_urls", "text-to-video takes no files");
                }
            }
            case IMAGE -> {
                if (images < 1 || images > 2 || others > 0) {
                    check.complain("image_urls", "image-to-video takes exactly 1 or 2 images, no video and no audio");
                }
            }
            case REFERENCE -> {
                if (images + check.count("video_urls") == 0) {
                    check.complain("image_urls", "reference-to-video needs at least one image or video");
                }
            }
        }
    }
}
