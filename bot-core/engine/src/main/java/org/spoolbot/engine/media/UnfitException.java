package org.spoolbot.engine.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;

/** A file cannot be taken, for a reason that its sender can be told. */
final class UnfitException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final double MILLION = 1_000_000;

    private final String key;
    private final transient List<Object> arguments;

    private UnfitException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The sentence about a file of that name. */
    Phrase about(String name) {
        List<Object> all = new ArrayList<>();
        all.add(name);
        all.addAll(arguments);
        return new Phrase(key, all);
    }

    static UnfitException empty() {
        return new UnfitException("media.refused.empty");
    }

    static UnfitException text() {
        return new UnfitException("media.refused.text");
    }

    static UnfitException unknown() {
        return new UnfitException("media.refused.unknown");
    }

    static UnfitException cutOff() {
        return new UnfitException("media.refused.cut-off");
    }

    static UnfitException damaged() {
        return new UnfitException("media.refused.damaged");
    }

    static UnfitException broken(MediaType type) {
        return new UnfitException("media.refused.broken", type.name());
    }

    static UnfitException noTracks(MediaType type) {
        return new UnfitException("media.refused.no-tracks", type.name());
    }

    static UnfitException declaredTooLarge(long bytes, long most) {
        return new UnfitException("media.refused.too-large", Amounts.binary(bytes), Amounts.binary(most));
    }

    static UnfitException largerThan(long most) {
        return new UnfitException("media.refused.larger-than", Amounts.binary(most));
    }

    static UnfitException dailyShareUsed(long share, long left) {
        return new UnfitException("media.refused.daily", Amounts.binary(share), Amounts.binary(left));
    }

    static UnfitException tooManyPixels(PixelSize size, long most) {
        return new UnfitException("media.refused.too-many-pixels", size.width(), size.height(), most / MILLION);
    }

    static UnfitException noRoom() {
        return new UnfitException("media.refused.no-room");
    }

    static UnfitException refused(Phrase reason) {
        return new UnfitException("media.refused.by-chat", reason);
    }

    static UnfitException notFetched() {
        return new UnfitException("media.refused.not-fetched");
    }

    static UnfitException notStored() {
        return new UnfitException("media.refused.not-stored");
    }
}
