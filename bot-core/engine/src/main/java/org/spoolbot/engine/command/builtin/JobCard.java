package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Card.Field;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Control.Button;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.video.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws one job: what was asked for, where it stands, what it costs, and what can be done. */
final class JobCard {
    private static final int SHORT_PROMPT = 60;

    private final MediaLibrary media;
    private final HouseRules rules;

    JobCard(MediaLibrary media, HouseRules rules) {
        this.media = media;
        this.rules = rules;
    }

    Message draw(JobSnapshot job, Turn turn, boolean withClip) {
        String title = turn.text("command.job.title", job.id().value());
        String prompt = job.request().prompt().canonical();
        Card card = new Card(title, prompt, fields(job, turn), List.of(), tone(job.status()));
        Message message = Message.of("").with(card).withControls(controls(job, turn));
        Optional<MediaFile> clip = withClip ? job.clip().flatMap(media::find) : Optional.empty();
        return clip.map(file -> message.withAttachments(List.of(attachment(job, file)))).orElse(message);
    }

    private static Attachment attachment(JobSnapshot job, MediaFile file) {
        return new Attachment(job.id() + "." + file.info().type().extension(), file, Optional.empty());
    }

    private List<Field> fields(JobSnapshot job, Turn turn) {
        Format format = job.request().format();
        List<Field> fields = new ArrayList<>();
        fields.add(field(turn, "status", status(job, turn)));
        fields.add(field(turn, "format", format(format, turn)));
        job.route().ifPresent(route -> fields.add(field(turn, "model", route.model())));
        job.request().extras().seed().ifPresent(seed -> fields.add(field(turn, "seed", Long.toString(seed))));
        fields.add(field(turn, "receipt", turn.text(Wording.receipt(job.receipt(), rules.currency()))));
        fields.add(field(turn, "asked", Wording.moment(job.state().createdAt(), rules.zone())));
        job.state().failure().ifPresent(kind -> fields.add(
                new Field(turn.text("command.job.reason"), turn.text(reasonKey(kind)), true)));
        return fields;
    }

    private static Field field(Turn turn, String name, String value) {
        return Field.of(turn.text("command.job." + name), value);
    }

    private static String reasonKey(ErrorKind kind) {
        return "error." + Wording.kebab(kind);
    }

    static String status(JobSnapshot job, Turn turn) {
        return turn.text("command.status." + Wording.kebab(job.status()));
    }

    static String format(Format format, Turn turn) {
        String sound = turn.text(format.audio() ? "command.job.with-sound" : "command.job.silent");
        return turn.text(
                "command.job.format-line", format.seconds(), format.ratio().label(), format.resolution().label(), sound);
    }

    /** One line about a job: its id, state and the beginning of its prompt. */
    static String line(JobSnapshot job, Turn turn) {
        String prompt = job.request().prompt().canonical().replaceAll("\\s+", " ");
        String start = prompt.length() <= SHORT_PROMPT ? prompt : prompt.substring(0, SHORT_PROMPT - 1) + "…";
        return turn.text("command.job.line", job.id().value(), status(job, turn), start);
    }

    private static Card.Tone tone(JobStatus status) {
        return switch (status) {
            case QUEUED, SUBMITTING, RUNNING, FETCHING, DELIVERING -> Card.Tone.INFO;
            case SUCCEEDED -> Card.Tone.SUCCESS;
            case FAILED -> Card.Tone.ERROR;
            case CANCELLED -> Card.Tone.WARNING;
        };
    }

    private static List<Control> controls(JobSnapshot job, Turn turn) {
        List<Control> controls = new ArrayList<>();
        switch (job.status()) {
            case QUEUED, SUBMITTING, RUNNING -> controls.add(button(job, turn, "cancel"));
            case FETCHING, DELIVERING -> {}
            case SUCCEEDED -> {
                controls.add(button(job, turn, "again"));
                job.clip().ifPresent(_ -> controls.add(button(job, turn, "resend")));
            }
            case FAILED, CANCELLED -> controls.add(button(job, turn, "retry"));
        }
        return controls;
    }

    static Button button(JobSnapshot job, Turn turn, String action) {
        return Button.of("v1:" + action + ":" + job.id(), turn.text("command.job.button." + action));
    }
}
