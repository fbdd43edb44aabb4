package org.spoolbot.providers.dialect.ark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.ReferenceSource;

/** Hands references over: pictures and sounds inline, clips by address, for Ark takes no clip inline. */
final class ArkReferences {
    private ArkReferences() {}

    /** The addresses in order; empty if one of them cannot be handed over. */
    static Optional<List<String>> addresses(List<ReferenceSource> sources) throws IOException {
        List<String> addresses = new ArrayList<>();
        long budget = ArkLimits.MAX_INLINE_BYTES;
        for (ReferenceSource source : sources) {
            MediaFile file = source.file();
            boolean inline = file.info().kind() != MediaKind.VIDEO && file.info().bytes() <= budget;
            Optional<String> address = inline
                    ? Optional.of(dataAddress(file))
                    : source.publicAddress().map(Object::toString);
            if (address.isEmpty()) {
                return Optional.empty();
            }
            budget -= inline ? file.info().bytes() : 0;
            addresses.add(address.get());
        }
        return Optional.of(addresses);
    }

    private static String dataAddress(MediaFile file) throws IOException {
        byte[] content = Files.readAllBytes(file.path());
        return "data:" + file.info().type().mimeType() + ";base64," + Base64.getEncoder().encodeToString(content);
    }
}
