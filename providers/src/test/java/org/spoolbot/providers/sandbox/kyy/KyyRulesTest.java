package org.spoolbot.providers.sandbox.kyy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.providers.sandbox.JsonText;
import org.spoolbot.providers.sandbox.check.Complaint;

class KyyRulesTest {

    private static final String SAMPLE = "{'model':'seedance_2_0','prompt':'A cat dancing in the rain, cinematic style','duration':10,"
            + "'aspect_ratio':'16:9','generateAudio':true}";

    @Test
    void theDocumentsOwnCurlCallBreaksTheDocumentsOwnRule() {
        assertThat(complaints(SAMPLE)).isEqualTo("model");
        assertThat(complaints(SAMPLE.replace("seedance_2_0", "seedance_2_0_pro"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} is fine")
    @ValueSource(
            strings = {
                "", "'duration':4", "'duration':15", "'aspect_ratio':'adaptive'", "'aspect_ratio':'21:9'", "'generateAudio':false",
                "'first_image':'https://e.example/1.png'", "'first_image':'asset://asset-1','last_image':'https://e.example/2.png'",
                "'referenceImages':I9", "'referenceVideos':I3", "'referenceImages':I1,'referenceVideos':I3,'referenceAudios':I3",
                "'referenceImages':['asset://asset-20260330142158-q75m8']", "'referenceVideos':I1,'referenceAudios':I1",
                "'first_image':'https://e.example/1.png','referenceVideos':[]"
            })
    void whatTheDocumentAllowsIsTaken(String setting) {
        assertThat(complaints(body("seedance_2_0_pro", setting))).isEmpty();
        assertThat(complaints(body("seedance_2_0_fast_pro", setting))).isEmpty();
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'duration':3|duration", "'duration':16|duration", "'duration':-1|duration", "'duration':5.5|duration", "'duration':'5'|duration",
                "'aspect_ratio':'2:1'|aspect_ratio", "'generateAudio':'yes'|generateAudio", "'referenceImages':[]|referenceImages",
                "'referenceImages':I10|referenceImages", "'referenceVideos':I4|referenceVideos", "'referenceAudios':I4|referenceAudios",
                "'referenceAudios':I1|referenceAudios", "'referenceImages':'https://e.example/1.png'|referenceImages",
                "'referenceImages':['data:image/png;base64,AAAA']|referenceImages[0]", "'first_image':'data:image/png;base64,AAAA'|first_image",
                "'first_image':'assetId://asset-1'|first_image", "'last_image':'https://e.example/2.png'|last_image",
                "'first_image':'https://e.example/1.png','referenceImages':I1|first_image",
                "'first_image':'https://e.example/1.png','referenceVideos':I1|first_image",
                "'resolution':'720p'|resolution", "'seed':1|seed", "'watermark':false|watermark", "'callback_url':'https://e.example'|callback_url",
                "'generate_audio':true|generate_audio", "'firstImage':'https://e.example/1.png'|firstImage",
                "'reference_images':I1|reference_images", "'ratio':'16:9'|ratio", "'duration':null|duration"
            })
    void whatItForbidsIsRefused(String setting, String param) {
        assertThat(complaints(body("seedance_2_0_pro", setting))).isEqualTo(param);
    }

    @ParameterizedTest(name = "{0} needs a reference video")
    @ValueSource(strings = {"seedance_2_0", "seedance_2_0_fast"})
    void theCheaperModelsOnlyRemakeVideos(String model) {
        assertThat(complaints(body(model, "'first_image':'https://e.example/1.png'"))).isEqualTo("model");
        assertThat(complaints(body(model, "'referenceImages':I2"))).isEqualTo("model");
        assertThat(complaints(body(model, "'referenceVideos':I1"))).isEmpty();
        assertThat(complaints(body(model, "'referenceImages':I9,'referenceVideos':I1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'prompt':'x'}|model", "{'model':'seedance_2_0_pro'}|prompt", "{'model':'seedance_2_0_pro','prompt':' '}|prompt",
                "{'model':'sora','prompt':'x'}|model", "[]|body"
            })
    void modelAndPromptAreNeeded(String body, String param) {
        assertThat(complaints(body)).isEqualTo(param);
    }

    private static String body(String model, String setting) {
        String expanded = setting;
        for (int count = 10; count > 0; count--) {
            expanded = expanded.replace("I" + count, "[" + String.join(",", Collections.nCopies(count, "'https://e.example/r'")) + "]");
        }
        return "{'model':'" + model + "','prompt':'a cat'" + (setting.isEmpty() ? "" : "," + expanded) + "}";
    }

    private static String complaints(String body) {
        return KyyRules.complaints(JsonText.of(body)).stream().map(Complaint::param).collect(Collectors.joining(" "));
    }
}
