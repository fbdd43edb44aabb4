package org.spoolbot.providers.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;

/** Orders for tests of dialects. */
public final class Drafts {
    public static final Format FORMAT = new Format(5, Ratio.LANDSCAPE_16_9, Resolution.P720, false);

    private Drafts() {}

    public static GenerationOrder words(Model model, String prompt, Format format) {
        return order(model, Mode.TEXT, Prompt.plain(prompt), format, List.of());
    }

    public static GenerationOrder order(Model model, Mode mode, Prompt prompt, Format format, List<? extends ReferenceSource> files) {
        return new GenerationOrder(new JobId("j1"), model, request(mode, prompt, format, files), List.copyOf(files));
    }

    public static VideoRequest request(Mode mode, Prompt prompt, Format format, List<? extends ReferenceSource> files) {
        Map<MediaKind, Integer> counts = new EnumMap<>(MediaKind.class);
        List<Reference> references = new ArrayList<>();
        for (ReferenceSource file : files) {
            MediaInfo info = file.file().info();
            Role role = mode == Mode.REFERENCE ? Role.REFERENCE : references.isEmpty() ? Role.FIRST_FRAME : Role.LAST_FRAME;
            references.add(new Reference(counts.merge(info.kind(), 1, Integer::sum), role, info));
        }
        return new VideoRequest(prompt, mode, references, format, Extras.none(), Optional.empty());
    }

    public static Prompt prompt(Object... pieces) {
        return new Prompt(java.util.Arrays.stream(pieces)
                .map(piece -> piece instanceof Prompt.Tag tag ? tag : new Prompt.Text(piece.toString()))
                .map(Prompt.Token.class::cast)
                .toList());
    }

    public static Prompt.Tag tag(MediaKind kind, int index) {
        return new Prompt.Tag(kind, index);
    }

    /** A file that the gateway can fetch at that address. */
    public static ReferenceSource linked(MediaType type, String address) {
        return new Source(new MediaFile(info(type, address.hashCode()), Path.of("unread")), Optional.of(URI.create(address)), Optional.empty());
    }

    /** A file with bytes and no address. */
    public static ReferenceSource stored(Path folder, MediaType type, int number) {
        return stored(folder, type, number, new byte[] {1, 2, 3});
    }

    /** A file with those bytes and no address. */
    public static ReferenceSource stored(Path folder, MediaType type, int number, byte[] content) {
        try {
            Path path = Files.write(folder.resolve(number + "." + type.extension()), content);
            return new Source(new MediaFile(info(type, number), path), Optional.empty(), Optional.empty());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The same file, that lies at the chat platform too. */
    public static ReferenceSource alsoAt(ReferenceSource source, String platform) {
        return new Source(source.file(), source.publicAddress(), Optional.of(URI.create(platform)));
    }

    private static MediaInfo info(MediaType type, int number) {
        Optional<PixelSize> size = type.kind() == MediaKind.AUDIO ? Optional.empty() : Optional.of(new PixelSize(1280, 720));
        Optional<Duration> length = type.kind() == MediaKind.IMAGE ? Optional.empty() : Optional.of(Duration.ofSeconds(4));
        return new MediaInfo(String.format("%064x", number), type, 3, size, length);
    }

    private record Source(MediaFile file, Optional<URI> publicAddress, Optional<URI> platformAddress) implements ReferenceSource {}
}
