package org.spoolbot.api.media;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.spoolbot.api.i18n.Phrase;

/** A platform does not give a file, for a reason that its sender can be told. Thrown by {@link Upload#open}. */
public final class UploadRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Phrase reason;

    /** With the sentence for the sender, without the file's name. */
    public UploadRefusedException(Phrase reason) {
        super(requireNonNull(reason, "reason is null").key());
        this.reason = reason;
    }

    /** The sentence for the sender. A platform that knows the sender's language may use {@link Phrase#literal}. */
    public Phrase reason() {
        return reason;
    }
}
