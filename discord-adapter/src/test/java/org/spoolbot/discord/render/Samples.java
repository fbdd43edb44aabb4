package org.spoolbot.discord.render;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Progress;

/** Messages as the server makes them. */
final class Samples {
    static final Account ADA = new Account("discord", "80351110224678912");

    private Samples() {}

    static Message.Envelope calling(Account account) {
        return new Message.Envelope(Message.Audience.CHANNEL, Optional.of(account), Optional.of("job-7"), false);
    }

    static Message.Envelope veiled() {
        return new Message.Envelope(Message.Audience.CHANNEL, Optional.empty(), Optional.empty(), true);
    }

    static MediaFile file(MediaType type, long bytes) {
        return file(type, bytes, Path.of("gone", "file." + type.extension()));
    }

    static MediaFile file(MediaType type, long bytes, Path path) {
        return new MediaFile(new MediaInfo("0".repeat(64), type, bytes, Optional.empty(), Optional.empty()), path);
    }

    static Attachment clip() {
        return new Attachment("a-red-kite.mp4", file(MediaType.MP4, 1000), Optional.empty());
    }

    static Card card() {
        return new Card(
                "Your clip",
                "a *red* kite",
                List.of(Card.Field.of("Length", "5 s"), new Card.Field("Price", "0.50 USD", true)),
                List.of(file(MediaType.PNG, 500), file(MediaType.JPEG, 500)),
                Card.Tone.INFO);
    }

    static Control.Select menu(String id) {
        return new Control.Select(
                id, "Length", List.of(new Control.Option("5", "5 s", true), new Control.Option("10", "10 s", false)));
    }

    static Progress progress(double fraction) {
        return new Progress("The model is working.", OptionalDouble.of(fraction), OptionalInt.of(3), Optional.of("about 2–3 min"));
    }
}
