package org.spoolbot.providers.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.dialect.Drafts;

class ToldPicturesTest {
    private static VideoRequest request(int pictures) {
        List<ReferenceSource> files = IntStream.range(0, pictures)
                .mapToObj(number -> Drafts.linked(MediaType.PNG, "https://bot.example/" + number))
                .toList();
        return Drafts.request(Mode.REFERENCE, Prompt.plain("x"), Drafts.FORMAT, files);
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource({
        "image_urls[0] is bad, 1",
        "referenceImages[2] and image_urls[0], 3 1",
        "celebrity detected in image 2, 2",
        "Image1 and image 3, 1 3",
        "图片2包含人脸, 2",
        "image_urls[8] is bad, ''",
        "image 1080 pixels wide, ''",
        "your prompt, ''"
    })
    void only_pictures_that_there_are_and_that_are_named_are_blamed(String message, String numbers) {
        List<Blame> expected = Arrays.stream(numbers.split(" "))
                .filter(number -> !number.isEmpty())
                .map(number -> (Blame) new Blame.File(MediaKind.IMAGE, Integer.parseInt(number)))
                .toList();
        assertThat(ToldPictures.in(new GatewayFault("", message), request(3))).isEqualTo(expected);
    }

    @Test
    void the_only_picture_needs_no_number_where_a_picture_is_what_is_refused() {
        Blame first = new Blame.File(MediaKind.IMAGE, 1);
        assertThat(ToldPictures.in(new GatewayFault("", "a face was found"), request(1))).containsExactly(first);
        assertThat(ToldPictures.in(new GatewayFault("", "a face was found"), request(2))).isEmpty();
        assertThat(ToldPictures.in(new GatewayFault("", "the words are bad"), request(1))).isEmpty();
    }

    @Test
    void a_field_that_stands_apart_from_the_sentence_counts_too() {
        GatewayFault fault = new GatewayJson()
                .fault(new GatewayJson().read("{\"error\":{\"code\":400,\"message\":\"bad\",\"param\":\"image_urls[1]\"}}").orElseThrow());
        assertThat(fault.param()).isEqualTo("image_urls[1]");
        assertThat(ToldPictures.in(fault)).containsExactly(new Blame.File(MediaKind.IMAGE, 2));
    }
}
