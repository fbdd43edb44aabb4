package org.spoolbot.providers.dialect.kyyvideo2;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.video.Reference;
import org.spoolbot.providers.dialect.kyyvideo2.KyyLibrary.Review;
import org.spoolbot.providers.gateway.Publisher.Published;
import org.spoolbot.providers.gateway.RememberedAddresses;

/** Brings an order's pictures through the asset library, each only once, and waits a minute at most. Thread-safe. */
final class KyyAssets {
    private static final String SCHEME = "asset://";
    private static final Duration STEP = Duration.ofSeconds(3);
    private static final int MOST_STEPS = 20;
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final KyyLibrary library;
    private final Pause pause;
    private final RememberedAddresses taken = new RememberedAddresses();

    KyyAssets(KyyLibrary library, Pause pause) {
        this.library = requireNonNull(library, "library is null");
        this.pause = requireNonNull(pause, "pause is null");
    }

    /** The addresses with those of pictures replaced by the library's. */
    Published replaced(GenerationOrder order, List<String> addresses) {
        List<Picture> pictures = new ArrayList<>();
        for (int place = 0; place < addresses.size(); place++) {
            Reference reference = order.request().references().get(place);
            if (reference.kind() == MediaKind.IMAGE) {
                pictures.add(new Picture(place, reference, addresses.get(place)));
            }
        }
        try {
            return new Published.All(replaced(pictures, new ArrayList<>(addresses)));
        } catch (RefusedPictureException fault) {
            return new Published.Refused(fault.outcome);
        }
    }

    /** All are handed in before the first is waited for. */
    private List<String> replaced(List<Picture> pictures, List<String> addresses) throws RefusedPictureException {
        List<String> ids = new ArrayList<>();
        for (Picture picture : pictures) {
            ids.add(handedIn(picture));
        }
        int steps = MOST_STEPS;
        for (int number = 0; number < pictures.size(); number++) {
            Picture picture = pictures.get(number);
            steps = waited(picture, ids.get(number), steps);
            addresses.set(picture.place(), SCHEME + ids.get(number));
        }
        return addresses;
    }

    private String handedIn(Picture picture) throws RefusedPictureException {
        Optional<String> known = taken.find(picture.sha256());
        try {
            if (known.isPresent() && library.review(known.get()).isPresent()) {
                return known.get();
            }
            String id = library.add(picture.address());
            taken.put(picture.sha256(), id);
            return id;
        } catch (ProviderException fault) {
            throw new RefusedPictureException(fault, picture);
        }
    }

    /** Waits until a picture may be used; how many steps are left for others. */
    private int waited(Picture picture, String id, int steps) throws RefusedPictureException {
        try {
            for (int left = steps; ; left--) {
                if (isActive(picture, id)) {
                    return left;
                }
                if (left == 0) {
                    throw new ProviderException(ErrorKind.UPSTREAM, "the asset library still looks at a picture", Optional.of(RETRY));
                }
                pause.await(STEP);
            }
        } catch (ProviderException fault) {
            throw new RefusedPictureException(fault, picture);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RefusedPictureException(
                    new ProviderException(ErrorKind.UPSTREAM, "stopped at the asset library", Optional.of(RETRY)), picture);
        }
    }

    private boolean isActive(Picture picture, String id) throws ProviderException {
        Review review = library.review(id)
                .orElseThrow(() -> new ProviderException(ErrorKind.UPSTREAM, "the asset library lost a picture", Optional.of(RETRY)));
        return switch (review) {
            case Review.Active() -> true;
            case Review.Running() -> false;
            case Review.Refused(ErrorKind kind) -> {
                taken.forget(picture.sha256());
                throw new ProviderException(kind, "the asset library refused a picture");
            }
        };
    }

    private record Picture(int place, Reference reference, String address) {
        String sha256() {
            return reference.media().sha256();
        }
    }

    private static final class RefusedPictureException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient SubmitOutcome.Refused outcome;

        /** A picture is to blame only where it is the picture that was refused. */
        RefusedPictureException(ProviderException fault, Picture picture) {
            super(fault);
            boolean passing = fault.kind().category() == ErrorKind.Category.PASSING;
            boolean about = fault.kind() == ErrorKind.MEDIA_UNFETCHABLE || fault.kind().category() == ErrorKind.Category.MEMBER;
            this.outcome = new SubmitOutcome.Refused(
                    fault.kind(),
                    "asset library: " + fault.getMessage(),
                    passing ? Optional.of(fault.retryAfter().orElse(RETRY)) : Optional.empty(),
                    about ? List.of(new Blame.File(MediaKind.IMAGE, picture.reference().index())) : List.of());
        }
    }
}
