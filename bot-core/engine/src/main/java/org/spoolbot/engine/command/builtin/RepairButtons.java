package org.spoolbot.engine.command.builtin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;

/** The buttons under a failure, the likeliest to help first. Their ids say all there is to know. Pure. */
public final class RepairButtons {
    /** Most gateways that balk at a length make this one. */
    static final int SHORT = 5;

    private static final int MOST_FILES = 3;

    private RepairButtons() {}

    /**
     * The buttons.
     *
     * @param otherModel whether another model takes the files
     * @param prompt the words as their member would type them
     */
    public static List<Control> of(JobSnapshot job, boolean otherModel, String prompt, Function<Phrase, String> say) {
        ErrorKind kind = job.state().failure().orElse(ErrorKind.INTERNAL);
        List<Control> buttons = new ArrayList<>();
        mended(job.request(), kind, job.state().blames()).forEach(blame -> buttons.add(button(job, blame, prompt, say)));
        if (otherModel && isForOthers(kind)) {
            buttons.add(Control.Button.of(id(job, "model"), say.apply(Phrase.of("job.button.repair-model"))));
        }
        if (kind == ErrorKind.INVALID_PARAMS || kind == ErrorKind.FACE_REJECTED) {
            buttons.add(plain(job, "remix", say));
        }
        if (mayPassUnchanged(kind)) {
            buttons.add(plain(job, "retry", say));
        }
        return buttons;
    }

    /** What changing would mend it. */
    static Set<Blame> mended(VideoRequest request, ErrorKind kind, List<Blame> blames) {
        Set<Blame> mended = new LinkedHashSet<>();
        blames.stream()
                .filter(blame -> isChangeable(request, blame))
                .map(blame -> blame instanceof Blame.Picture ? new Blame.Words() : blame)
                .limit(MOST_FILES)
                .forEach(mended::add);
        guess(request, kind, blames).ifPresent(mended::add);
        return mended;
    }

    private static boolean isChangeable(VideoRequest request, Blame blame) {
        return switch (blame) {
            case Blame.File file -> request.references(file.kind()).stream().anyMatch(one -> one.index() == file.index());
            case Blame.Sound _ -> request.format().audio();
            case Blame.Length _ -> request.format().seconds() > SHORT;
            case Blame.Words _, Blame.Picture _ -> true;
        };
    }

    /** What usually helps although the gateway blamed nothing of the kind. */
    private static Optional<Blame> guess(VideoRequest request, ErrorKind kind, List<Blame> blames) {
        return switch (kind) {
            case CONTENT_POLICY, COPYRIGHT -> Optional.of(new Blame.Words());
            case FACE_REJECTED -> blames.isEmpty() ? onlyPicture(request) : Optional.empty();
            case TIMEOUT -> Optional.<Blame>of(new Blame.Length()).filter(length -> isChangeable(request, length));
            case INVALID_PARAMS -> Optional.<Blame>of(new Blame.Length())
                    .filter(length -> blames.isEmpty() && isChangeable(request, length));
            case MEDIA_UNFETCHABLE, AUTH, NO_CREDIT, RATE_LIMIT, ROUTE_MISCONFIGURED, NOT_FOUND, UPSTREAM, PROTOCOL,
                    SUBMIT_AMBIGUOUS, NO_ROUTE, CANCELLED_BY_PROVIDER, STORAGE, INTERNAL -> Optional.empty();
        };
    }

    private static Optional<Blame> onlyPicture(VideoRequest request) {
        List<Reference> pictures = request.references(MediaKind.IMAGE);
        return pictures.size() == 1
                ? Optional.of(new Blame.File(MediaKind.IMAGE, pictures.getFirst().index()))
                : Optional.empty();
    }

    /** A refusal of the same request is never asked for again: it only uses up the account's patience. */
    static boolean mayPassUnchanged(ErrorKind kind) {
        return switch (kind) {
            case INVALID_PARAMS, CONTENT_POLICY, FACE_REJECTED, COPYRIGHT, SUBMIT_AMBIGUOUS -> false;
            case MEDIA_UNFETCHABLE, AUTH, NO_CREDIT, RATE_LIMIT, ROUTE_MISCONFIGURED, NOT_FOUND, UPSTREAM, TIMEOUT,
                    PROTOCOL, NO_ROUTE, CANCELLED_BY_PROVIDER, STORAGE, INTERNAL -> true;
        };
    }

    /** Whether another model may do better; what a filter refused is not tried elsewhere. */
    private static boolean isForOthers(ErrorKind kind) {
        return switch (kind) {
            case CONTENT_POLICY, FACE_REJECTED, COPYRIGHT, SUBMIT_AMBIGUOUS, STORAGE, INTERNAL -> false;
            case INVALID_PARAMS, MEDIA_UNFETCHABLE, AUTH, NO_CREDIT, RATE_LIMIT, ROUTE_MISCONFIGURED, NOT_FOUND, UPSTREAM,
                    TIMEOUT, PROTOCOL, NO_ROUTE, CANCELLED_BY_PROVIDER -> true;
        };
    }

    private static Control button(JobSnapshot job, Blame blame, String prompt, Function<Phrase, String> say) {
        Phrase label = switch (blame) {
            case Blame.File file -> Phrase.of("job.button.repair-file", FaultWords.name(file));
            case Blame.Length _ -> Phrase.of("job.button.repair-length", SHORT);
            case Blame.Sound _ -> Phrase.of("job.button.repair-sound");
            case Blame.Words _, Blame.Picture _ -> Phrase.of("job.button.repair-words");
        };
        Optional<Control.Form> form = blame instanceof Blame.Words ? PromptForms.repair(prompt, say) : Optional.empty();
        return new Control.Button(id(job, blame.code()), say.apply(label), Control.Style.SECONDARY, form);
    }

    private static Control plain(JobSnapshot job, String action, Function<Phrase, String> say) {
        return Control.Button.of("v1:" + action + ":" + job.id(), say.apply(Phrase.of("job.button." + action)));
    }

    private static String id(JobSnapshot job, String what) {
        return "v1:repair:" + job.id() + ":" + what;
    }
}
