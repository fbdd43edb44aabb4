package org.spoolbot.engine.storage.sqlite;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;

/**
 * The stored form of requests, destinations and messages. It is its own, so that the API's records may change without a migration:
 * fields that are not known are skipped, fields that are missing are empty.
 */
final class JobText {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.empty().withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private JobText() {}

    private record StoredToken(@Nullable String text, @Nullable MediaKind kind, int index) {}

    private record StoredReference(
            int index,
            Role role,
            String sha256,
            MediaType type,
            long bytes,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Long millis) {}

    private record StoredFormat(int seconds, Ratio ratio, Resolution resolution, boolean audio) {}

    private record StoredExtras(@Nullable Long seed, boolean watermark, boolean returnLastFrame) {}

    private record StoredRequest(
            List<StoredToken> prompt,
            Mode mode,
            List<StoredReference> references,
            StoredFormat format,
            StoredExtras extras,
            @Nullable String model) {}

    private record StoredDestination(
            String platform,
            @Nullable String communityPlatform,
            @Nullable String community,
            String channel,
            @Nullable String thread,
            @Nullable String replyTo) {}

    private record StoredMessage(String platform, String channel, String id) {}

    static String of(VideoRequest request) {
        Format format = request.format();
        Extras extras = request.extras();
        return write(new StoredRequest(
                request.prompt().tokens().stream().map(JobText::stored).toList(),
                request.mode(),
                request.references().stream().map(JobText::stored).toList(),
                new StoredFormat(format.seconds(), format.ratio(), format.resolution(), format.audio()),
                new StoredExtras(
                        extras.seed().isPresent() ? extras.seed().getAsLong() : null,
                        extras.watermark(),
                        extras.returnLastFrame()),
                request.model().orElse(null)));
    }

    static VideoRequest request(String text) {
        StoredRequest stored = read(text, StoredRequest.class);
        StoredFormat format = stored.format();
        StoredExtras extras = stored.extras();
        return new VideoRequest(
                new Prompt(stored.prompt().stream().map(JobText::token).toList()),
                stored.mode(),
                stored.references().stream().map(JobText::reference).toList(),
                new Format(format.seconds(), format.ratio(), format.resolution(), format.audio()),
                new Extras(
                        extras.seed() == null ? OptionalLong.empty() : OptionalLong.of(extras.seed()),
                        extras.watermark(),
                        extras.returnLastFrame()),
                Optional.ofNullable(stored.model()));
    }

    static String of(Destination destination) {
        return write(new StoredDestination(
                destination.platform(),
                destination.community().map(Community::platform).orElse(null),
                destination.community().map(Community::id).orElse(null),
                destination.channel(),
                destination.thread().orElse(null),
                destination.replyTo().orElse(null)));
    }

    static Destination destination(String text) {
        StoredDestination stored = read(text, StoredDestination.class);
        Optional<Community> community = stored.community() == null || stored.communityPlatform() == null
                ? Optional.empty()
                : Optional.of(new Community(stored.communityPlatform(), stored.community()));
        return new Destination(
                stored.platform(),
                community,
                stored.channel(),
                Optional.ofNullable(stored.thread()),
                Optional.ofNullable(stored.replyTo()));
    }

    static String of(MessageRef message) {
        return write(new StoredMessage(message.platform(), message.channel(), message.id()));
    }

    static MessageRef message(String text) {
        StoredMessage stored = read(text, StoredMessage.class);
        return new MessageRef(stored.platform(), stored.channel(), stored.id());
    }

    private static StoredToken stored(Prompt.Token token) {
        return switch (token) {
            case Prompt.Text(String text) -> new StoredToken(text, null, 0);
            case Prompt.Tag(MediaKind kind, int index) -> new StoredToken(null, kind, index);
        };
    }

    private static Prompt.Token token(StoredToken stored) {
        return stored.kind() == null
                ? new Prompt.Text(stored.text() == null ? "" : stored.text())
                : new Prompt.Tag(stored.kind(), stored.index());
    }

    private static StoredReference stored(Reference reference) {
        MediaInfo media = reference.media();
        return new StoredReference(
                reference.index(),
                reference.role(),
                media.sha256(),
                media.type(),
                media.bytes(),
                media.size().map(PixelSize::width).orElse(null),
                media.size().map(PixelSize::height).orElse(null),
                media.duration().map(Duration::toMillis).orElse(null));
    }

    private static Reference reference(StoredReference stored) {
        Optional<PixelSize> size = stored.width() == null || stored.height() == null
                ? Optional.empty()
                : Optional.of(new PixelSize(stored.width(), stored.height()));
        Optional<Duration> duration = Optional.ofNullable(stored.millis()).map(Duration::ofMillis);
        return new Reference(
                stored.index(),
                stored.role(),
                new MediaInfo(stored.sha256(), stored.type(), stored.bytes(), size, duration));
    }

    private static String write(Object stored) {
        try {
            return JSON.writeValueAsString(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of texts and numbers cannot be written", impossible);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            // The text may hold a prompt: neither it nor the parser's excerpt goes into the message.
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read");
        }
    }
}
