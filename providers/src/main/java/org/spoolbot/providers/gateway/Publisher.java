package org.spoolbot.providers.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Handover;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.video.Reference;

/** Gives every reference of an order an address, each by the first way that its model takes and that is open. Thread-safe. */
public final class Publisher {
    /** Raw bytes that may go inline in one order: base64 adds a third, and no gateway takes a body over 64 MB. */
    public static final long INLINE_BYTES = 40L << 20;

    private final Uploads uploads;

    /** For gateways without an upload service. */
    public Publisher() {
        this(source -> Optional.empty());
    }

    /** With the gateway's upload service. */
    public Publisher(Uploads uploads) {
        this.uploads = uploads;
    }

    /** The addresses in the order of the references. */
    public Published publish(GenerationOrder order) {
        List<String> addresses = new ArrayList<>();
        long budget = INLINE_BYTES;
        for (int place = 0; place < order.sources().size(); place++) {
            Reference reference = order.request().references().get(place);
            ReferenceSource source = order.sources().get(place);
            Optional<String> address;
            try {
                address = address(source, ways(order, reference), budget);
            } catch (IOException fault) {
                return refused(ErrorKind.STORAGE, "a reference cannot be read here", reference);
            } catch (ProviderException fault) {
                return new Published.Refused(new SubmitOutcome.Refused(fault.kind(), "upload: " + fault.getMessage(), fault.retryAfter()));
            }
            if (address.isEmpty()) {
                return refused(ErrorKind.MEDIA_UNFETCHABLE, "a reference needs an address: set http.public-url", reference);
            }
            budget -= address.get().startsWith("data:") ? source.file().info().bytes() : 0;
            addresses.add(address.get());
        }
        return new Published.All(addresses);
    }

    private static List<Handover> ways(GenerationOrder order, Reference reference) {
        MediaRules rules = order.model().capabilities().media().get(reference.kind());
        return rules == null ? List.of() : rules.ways().stream().sorted(Comparator.naturalOrder()).toList();
    }

    private Optional<String> address(ReferenceSource source, List<Handover> ways, long inlineBudget)
            throws IOException, ProviderException {
        for (Handover way : ways) {
            Optional<String> address = switch (way) {
                case PART -> Optional.empty();
                case UPLOAD -> uploads.upload(source);
                case DATA_URI -> source.file().info().bytes() <= inlineBudget ? Optional.of(dataAddress(source.file())) : Optional.empty();
                case SIGNED_LINK -> source.publicAddress().map(URI::toString);
                case PLATFORM_LINK -> source.platformAddress().map(URI::toString);
            };
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static String dataAddress(MediaFile file) throws IOException {
        byte[] content = Files.readAllBytes(file.path());
        return "data:" + file.info().type().mimeType() + ";base64," + Base64.getEncoder().encodeToString(content);
    }

    private static Published.Refused refused(ErrorKind kind, String detail, Reference reference) {
        Blame blame = new Blame.File(reference.kind(), reference.index());
        return new Published.Refused(new SubmitOutcome.Refused(kind, detail, Optional.empty(), List.of(blame)));
    }

    /** What became of the references. */
    public sealed interface Published {
        /** Each has an address. */
        record All(List<String> addresses) implements Published {
            public All {
                addresses = List.copyOf(addresses);
            }

            /** Without addresses, because they may be signed. */
            @Override
            public String toString() {
                return "All[" + addresses.size() + "]";
            }
        }

        /** One has none: the order is not sent. */
        record Refused(SubmitOutcome.Refused outcome) implements Published {}
    }

    /** A gateway's upload service. */
    @FunctionalInterface
    public interface Uploads {
        /** The address of the uploaded file; empty if the service is not used for it. */
        Optional<String> upload(ReferenceSource source) throws IOException, ProviderException;
    }
}
