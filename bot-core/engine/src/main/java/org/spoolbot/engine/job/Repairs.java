package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.video.PromptReader;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.provider.ProviderDirectory;

/** What can be pressed under a failure: the changes after which the same clip may be made. */
final class Repairs {
    /** Most gateways that balk at a length make this one. */
    static final int SHORT = 5;

    private static final int MOST_FILES = 3;
    private static final int PROMPT_LENGTH = 4_000;

    private final ProviderDirectory providers;
    private final RequestCheck check;
    private final PromptReader prompts;

    @Inject
    Repairs(ProviderDirectory providers, RequestCheck check, PromptReader prompts) {
        this.prompts = prompts;
        this.providers = providers;
        this.check = check;
    }

    /** The buttons, the likeliest first. */
    List<Control> buttons(Job job, ErrorKind kind, List<Blame> blames, Function<Phrase, String> say) {
        List<Control> buttons = new ArrayList<>();
        mended(job.request(), kind, blames).forEach(blame -> buttons.add(button(job, blame, say)));
        if (isForOthers(kind) && anotherModelMakes(job)) {
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

    /** What changing would mend it. Pure. */
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

    private boolean anotherModelMakes(Job job) {
        return providers.all().stream()
                .flatMap(provider -> provider.models().stream())
                .filter(model -> !model.id().equals(job.plan().model()) && model.sample() == job.plan().sample())
                .anyMatch(model -> check.filesFit(job.request(), model.capabilities()));
    }

    private Control button(Job job, Blame blame, Function<Phrase, String> say) {
        Phrase label = switch (blame) {
            case Blame.File file -> Phrase.of("job.button.repair-file", FilesCheck.name(file.kind(), file.index()));
            case Blame.Length _ -> Phrase.of("job.button.repair-length", SHORT);
            case Blame.Sound _ -> Phrase.of("job.button.repair-sound");
            case Blame.Words _, Blame.Picture _ -> Phrase.of("job.button.repair-words");
        };
        boolean asks = blame instanceof Blame.Words;
        Optional<Control.Form> form = asks ? Optional.of(form(job, say)) : Optional.empty();
        return new Control.Button(id(job, blame.code()), say.apply(label), Control.Style.SECONDARY, form);
    }

    private Control.Form form(Job job, Function<Phrase, String> say) {
        String words = prompts.write(job.request().prompt());
        Control.FormField field = new Control.FormField(
                "prompt", say.apply(Phrase.of("job.repair.words")), words, true, PROMPT_LENGTH);
        return new Control.Form(
                say.apply(Phrase.of("job.repair.title")), say.apply(Phrase.of("job.repair.submit")), List.of(field));
    }

    private static Control plain(Job job, String action, Function<Phrase, String> say) {
        return Control.Button.of("v1:" + action + ":" + job.id(), say.apply(Phrase.of("job.button." + action)));
    }

    private static String id(Job job, String what) {
        return "v1:repair:" + job.id() + ":" + what;
    }
}
