package org.spoolbot.providers.sandbox.evolink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.providers.sandbox.JsonText;
import org.spoolbot.providers.sandbox.check.Complaint;

class EvolinkRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'model':'seedance-2.0','prompt':'A luxury watch rotating slowly on a marble surface, soft studio lighting, product showcase,"
                        + " cinematic 4K','duration':8,'quality':'1080p','aspect_ratio':'16:9','generate_audio':false}",
                "{'model':'seedance-2.0','prompt':'The woman turns her head slowly and smiles, hair gently flowing in the wind',"
                        + "'image_urls':['https://example.com/portrait.jpg'],'duration':5,'quality':'1080p'}",
                "{'model':'seedance-2.0','prompt':'Smooth camera pan revealing the landscape, golden hour lighting','image_urls':"
                        + "['https://example.com/frame-start.jpg','https://example.com/frame-end.jpg'],'duration':8,'quality':'1080p'}",
                "{'model':'seedance-2.0','prompt':'@Image1 as first frame, replicate @Video1 camera movement, @Audio1 for BGM rhythm',"
                        + "'image_urls':['https://example.com/scene.jpg'],'video_urls':['https://example.com/reference-camera.mp4'],"
                        + "'audio_urls':['https://example.com/bgm.mp3'],'duration':10,'quality':'1080p'}"
            })
    void everyCallOfTheDocumentIsTaken(String body) {
        assertThat(complaints(body)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is fine")
    @ValueSource(
            strings = {
                "'duration':4", "'duration':15", "'quality':'480p'", "'aspect_ratio':'adaptive'", "'content_filter':false",
                "'callback_url':'https://bot.example/cb'", "'callback_url':'http://127.0.0.1:8080/cb'", "'image_urls':I9,'video_urls':I3",
                "'image_urls':I6,'video_urls':I3,'audio_urls':I3", "'video_urls':I1,'audio_urls':I3", "'image_urls':[]", "'model_params':{}"
            })
    void whatIsAllowedIsTaken(String setting) {
        assertThat(complaints(body("seedance-2.0", setting))).isEmpty();
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'duration':3|duration", "'duration':16|duration", "'duration':-1|duration", "'duration':5.5|duration", "'duration':'5'|duration",
                "'quality':'4k'|quality", "'quality':'720P'|quality", "'aspect_ratio':'2:1'|aspect_ratio", "'generate_audio':1|generate_audio",
                "'image_urls':I10|image_urls", "'video_urls':I4|video_urls", "'image_urls':I1,'audio_urls':I4|audio_urls",
                "'image_urls':I9,'video_urls':I3,'audio_urls':I1|image_urls", "'audio_urls':I1|audio_urls",
                "'image_urls':['data:image/png;base64,AAAA']|image_urls[0]", "'image_urls':['asset://asset-1']|image_urls[0]",
                "'callback_url':'http://bot.example/cb'|callback_url", "'callback_url':'https://10.0.0.1/cb'|callback_url",
                "'callback_url':'https://192.168.1.9/cb'|callback_url", "'callback_url':'https://172.20.0.1/cb'|callback_url",
                "'callback_url':'https://[fd00::1]/cb'|callback_url", "'callback_url':'https://'|callback_url",
                "'content_filter':'no'|content_filter", "'model_params':{'web_search':true}|model_params.web_search",
                "'model_params':{'x':1}|model_params.x", "'model_params':true|model_params", "'seed':1|seed", "'watermark':false|watermark",
                "'resolution':'720p'|resolution", "'ratio':'16:9'|ratio", "'generateAudio':true|generateAudio", "'quality':null|quality"
            })
    void whatIsForbiddenIsRefused(String setting, String param) {
        assertThat(complaints(body("seedance-2.0", setting))).isEqualTo(param);
    }

    @ParameterizedTest(name = "{0} takes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text|'duration':5|true", "text|'image_urls':I1|false", "text|'video_urls':I1|false", "text|'model_params':{'web_search':true}|true",
                "image|'duration':5|false", "image|'image_urls':I1|true", "image|'image_urls':I2|true", "image|'image_urls':I3|false",
                "image|'image_urls':I1,'video_urls':I1|false", "image|'image_urls':I1,'audio_urls':I1|false",
                "reference|'image_urls':I1|true", "reference|'image_urls':I2|true", "reference|'video_urls':I1|true",
                "reference|'duration':5|false", "reference|'model_params':{'web_search':true},'image_urls':I1|false"
            })
    void eachSplitModelTakesOnlyItsOwnMode(String mode, String setting, boolean taken) {
        for (String tier : new String[] {"", "-fast", "-mini"}) {
            assertThat(complaints(body("seedance-2.0" + tier + "-" + mode + "-to-video", setting)).isEmpty()).isEqualTo(taken);
        }
    }

    @ParameterizedTest(name = "{0} with 1080p: {1}")
    @CsvSource({
        "seedance-2.0-text-to-video, true", "seedance-2.0-fast-text-to-video, false", "seedance-2.0-mini-text-to-video, false",
        "seedance-2.0, true"
    })
    void onlyTheStandardTierHasFullResolution(String model, boolean taken) {
        assertThat(complaints(body(model, "'quality':'1080p'"))).isEqualTo(taken ? "" : "quality");
    }

    @Test
    void aPromptHasAnEnd() {
        String words = "cat ".repeat(2_000).strip();
        assertThat(complaints("{'model':'seedance-2.0','prompt':'" + words + "'}")).isEmpty();
        assertThat(complaints("{'model':'seedance-2.0','prompt':'" + words + " dog'}")).isEqualTo("prompt");
        assertThat(complaints("{'model':'seedance-2.0-text-to-video','prompt':'" + words + " dog'}")).isEmpty();
        assertThat(complaints("{'model':'seedance-2.0-text-to-video','prompt':'" + "猫".repeat(10_001) + "'}")).isEqualTo("prompt");
    }

    @Test
    void aCallbackAddressHasAnEnd() {
        String start = "https://bot.example/";
        assertThat(complaints(body("seedance-2.0", "'callback_url':'" + start + "x".repeat(2_048 - start.length()) + "'"))).isEmpty();
        assertThat(complaints(body("seedance-2.0", "'callback_url':'" + start + "x".repeat(2_049 - start.length()) + "'")))
                .isEqualTo("callback_url");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'prompt':'x'}|model", "{'model':'seedance-2.0'}|prompt", "{'model':'seedance-2.0','prompt':''}|prompt",
                "{'model':'seedance-2.0-pro','prompt':'x'}|model", "{'model':'seedance-2.0-mini','prompt':'x'}|model", "[]|body"
            })
    void modelAndPromptAreNeeded(String body, String param) {
        assertThat(complaints(body)).isEqualTo(param);
    }

    private static String body(String model, String setting) {
        String expanded = setting;
        for (int count = 10; count > 0; count--) {
            expanded = expanded.replace("I" + count, "[" + String.join(",", Collections.nCopies(count, "'https://e.example/r'")) + "]");
        }
        return "{'model':'" + model + "','prompt':'a cat'," + expanded + "}";
    }

    private static String complaints(String body) {
        return EvolinkRules.complaints(JsonText.of(body)).stream().map(Complaint::param).collect(Collectors.joining(" "));
    }
}
