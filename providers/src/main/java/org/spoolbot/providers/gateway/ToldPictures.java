package org.spoolbot.providers.gateway;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;

/** The pictures that a refusal names: by place in a list, counted from 0, or as people count them. Pure. */
public final class ToldPictures {
    private static final Pattern PLACE = Pattern.compile("(?i)(?:image_urls|referenceImages)\\[(\\d{1,2})\\]");
    private static final Pattern NUMBER = Pattern.compile("(?i)(?:\\bimage|图片)[ _#]?([1-9]\\d?)(?!\\d)");

    private ToldPictures() {}

    /** The named pictures, as the order numbers them; the only picture of an order needs no name where a picture is what is refused. */
    public static List<Blame> in(GatewayFault fault, VideoRequest request) {
        List<Reference> pictures = request.references(MediaKind.IMAGE);
        List<Blame> told = numbers(fault)
                .filter(number -> number <= pictures.size())
                .distinct()
                .map(number -> (Blame) new Blame.File(MediaKind.IMAGE, pictures.get(number - 1).index()))
                .toList();
        boolean only = pictures.size() == 1 && request.references().size() == 1;
        return told.isEmpty() && only && fault.mentions("image", "picture", "face", "photo", "people", "图片", "人脸", "真人")
                ? List.of(new Blame.File(MediaKind.IMAGE, pictures.getFirst().index()))
                : told;
    }

    /** The named pictures where the order is no longer at hand. */
    public static List<Blame> in(GatewayFault fault) {
        return numbers(fault).distinct().map(number -> (Blame) new Blame.File(MediaKind.IMAGE, number)).toList();
    }

    private static Stream<Integer> numbers(GatewayFault fault) {
        String message = fault.message();
        Stream<Integer> places = PLACE.matcher(message + " " + fault.param()).results().map(place -> Integer.parseInt(place.group(1)) + 1);
        Stream<Integer> numbers = NUMBER.matcher(message).results().map(number -> Integer.parseInt(number.group(1)));
        return Stream.concat(places, numbers).filter(number -> number <= 99);
    }
}
