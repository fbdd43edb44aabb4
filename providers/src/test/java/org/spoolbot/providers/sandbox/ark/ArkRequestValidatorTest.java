package org.spoolbot.providers.sandbox.ark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.providers.sandbox.serve.Fault;

class ArkRequestValidatorTest {

    private static final String MODEL = "'model':'doubao-seedance-2-0-260128'";
    private static final String TEXT = "{'type':'text','text':'a corgi runs'}";

    @ParameterizedTest
    @DisplayName("what Ark takes is taken")
    @ValueSource(
            strings = {
                "T", "T I:first_frame", "I:", "I:first_frame", "I:first_frame I:last_frame", "T I:last_frame I:first_frame",
                "T I:reference_image", "T R9", "T R9 V:reference_video V:reference_video V:reference_video",
                "T V:reference_video A:reference_audio", "T I:reference_image A:reference_audio A:reference_audio A:reference_audio"
            })
    void acceptsEveryMode(String items) {
        assertThat(faults("{" + MODEL + ",'content':" + content(items) + "}")).isEmpty();
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @DisplayName("a combination that Ark refuses is refused")
    @CsvSource({
        "T T, content[1]",
        "I:reference_image, content.text",
        "I:last_frame, content",
        "I: I:, content",
        "I:first_frame I:first_frame, content",
        "T I:first_frame I:reference_image, content[1].role",
        "T I: V:reference_video, content[1].role",
        "T A:reference_audio, content",
        "T R9 I:reference_image, content",
        "T V:reference_video V:reference_video V:reference_video V:reference_video, content",
        "T I:reference_video, content[1].role",
        "T V:, content[1].role",
        "T A:first_frame, content[1].role",
        "T D:reference_video, content[1].video_url.url",
        "T U:reference_image, content[1].image_url.url",
        "T X:, content[1].type",
    })
    void refusesOtherCombinations(String items, String param) {
        assertThat(faults("{" + MODEL + ",'content':" + content(items) + "}")).contains(param);
    }

    @ParameterizedTest(name = "{0} is fine")
    @ValueSource(
            strings = {
                "'duration':4", "'duration':15", "'duration':-1", "'ratio':'21:9'", "'ratio':'adaptive'", "'resolution':'1080p'", "'seed':-1",
                "'seed':4294967295", "'generate_audio':false,'watermark':true,'return_last_frame':true", "'execution_expires_after':3600",
                "'callback_url':'https://bot.example/cb'", "'priority':9", "'safety_identifier':'u1'", "'tools':[{'type':'web_search'}]"
            })
    void acceptsEverySetting(String setting) {
        assertThat(faults("{" + MODEL + ",'content':[" + TEXT + "]," + setting + "}")).isEmpty();
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'duration':3|duration", "'duration':16|duration", "'duration':0|duration", "'duration':5.5|duration", "'duration':'5'|duration",
                "'ratio':'2:1'|ratio", "'ratio':3|ratio", "'resolution':'720P'|resolution", "'resolution':'4k'|resolution",
                "'seed':-2|seed", "'seed':4294967296|seed", "'generate_audio':'yes'|generate_audio", "'watermark':1|watermark",
                "'execution_expires_after':60|execution_expires_after", "'callback_url':'ftp://x'|callback_url", "'priority':10|priority",
                "'frames':57|frames", "'camera_fixed':true|camera_fixed", "'service_tier':'flex'|service_tier",
                "'aspect_ratio':'16:9'|aspect_ratio", "'generateAudio':true|generateAudio", "'tools':'web'|tools"
            })
    void refusesEveryWrongSetting(String setting, String param) {
        assertThat(faults("{" + MODEL + ",'content':[" + TEXT + "]," + setting + "}")).isEqualTo(param);
    }

    @ParameterizedTest(name = "{0} has no 1080p")
    @ValueSource(strings = {"doubao-seedance-2-0-fast-260128", "doubao-seedance-2-0-mini-260615"})
    void smallModelsHaveNoFullResolution(String model) {
        String start = "{'model':'" + model + "','content':[" + TEXT + "],";
        assertThat(faults(start + "'resolution':'1080p'}")).isEqualTo("resolution");
        assertThat(faults(start + "'resolution':'720p'}")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'content':[{'type':'text','text':'x'}]}|MissingParameter",
                "{'model':'doubao-seedance-2-0-260128'}|MissingParameter",
                "{'model':'doubao-seedance-2-0-260128','content':[]}|InvalidParameter",
                "{'model':'sora','content':[{'type':'text','text':'x'}]}|InvalidEndpointOrModel.NotFound",
                "[]|InvalidParameter"
            })
    void namesTheKindOfFault(String body, String code) {
        assertThat(ArkRequestValidator.validate(json(body)).getFirst().code()).isEqualTo(code);
    }

    private static String faults(String body) {
        return ArkRequestValidator.validate(json(body)).stream().map(Fault::param).collect(Collectors.joining(" "));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String content(String items) {
        return Arrays.stream(items.split(" ")).map(ArkRequestValidatorTest::item).collect(Collectors.joining(",", "[", "]"));
    }

    private static String item(String sign) {
        String role = sign.length() > 2 ? ",'role':'" + sign.substring(2) + "'" : "";
        return switch (sign.substring(0, 1)) {
            case "T" -> TEXT;
            case "I" -> media("image_url", "data:image/png;base64,AAAA", role);
            case "V" -> media("video_url", "https://e.example/v.mp4", role);
            case "A" -> media("audio_url", "data:audio/mp3;base64,AAAA", role);
            case "D" -> media("video_url", "data:video/mp4;base64,AAAA", role);
            case "U" -> media("image_url", "data:image/PNG;base64,AAAA", role);
            case "R" -> IntStream.range(0, Integer.parseInt(sign.substring(1)))
                    .mapToObj(number -> item("I:reference_image"))
                    .collect(Collectors.joining(","));
            default -> "{'type':'picture'}";
        };
    }

    private static String media(String type, String url, String role) {
        return "{'type':'" + type + "','" + type + "':{'url':'" + url + "'}" + role + "}";
    }
}
