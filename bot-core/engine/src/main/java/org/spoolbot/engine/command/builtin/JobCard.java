package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Card.Field;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Control.Button;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.provider.ProviderRegistry;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.PromptReader;
import org.spoolbot.api.video.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws one job: what was asked for, where it stands, what it costs, and what can be done. */
final class JobCard {
    private static final int SHORT_PROMPT = 60;

    private final MediaLibrary media;
    private final PromptReader prompts;
    private final ProviderRegistry providers;
    private final HouseRules rules;

    JobCard(PluginContext server, HouseRules rules) {
        this.media = server.media();
        this.prompts = server.prompts();
        this.providers = server.providers();
        this.rules = rules;
    }

    Message draw(JobSnapshot job, Turn turn, boolean withClip) {
        String title = turn.text("command.job.title", job.id().value());
        String prompt = job.request().prompt().canonical();
        Card card = new Card(title, prompt, fields(job, turn), pictures(job), tone(job.status()));
        Optional<MediaFile> clip = job.clip().flatMap(media::find);
        String missing = job.status() == JobStatus.SUCCEEDED && clip.isEmpty() ? turn.text(missing(job)) : "";
        Message message = Message.of(missing).with(card).withControls(controls(job, turn, clip.isPresent()));
        return clip.filter(_ -> withClip)
                .map(file -> message.withAttachments(List.of(attachment(job, file))))
                .orElse(message);
    }

    /** Only somebody who deletes a clip makes a finished job forget it. */
    private static String missing(JobSnapshot job) {
        return job.clip().isEmpty() ? "job.clip-deleted" : "job.resend.no-clip";
    }

    private List<MediaFile> pictures(JobSnapshot job) {
        return job.request().references(MediaKind.IMAGE).stream()
                .flatMap(reference -> media.find(reference.media().sha256()).stream())
                .toList();
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
        files(job, turn).ifPresent(files -> fields.add(new Field(turn.text("command.job.files"), files, true)));
        fields.add(field(turn, "receipt", turn.text(Wording.receipt(job.receipt(), rules.currency()))));
        fields.add(field(turn, "asked", Wording.moment(job.state().createdAt(), rules.zone())));
        job.state().failure().ifPresent(kind -> fields.add(
                new Field(turn.text("command.job.reason"), turn.text(FaultWords.of(kind, job.state().blames())), true)));
        return fields;
    }

    /** The files by the numbers that their member gave them by their order. */
    private Optional<String> files(JobSnapshot job, Turn turn) {
        return job.request().references().stream()
                .map(reference -> turn.text(file(reference)))
                .reduce((before, next) -> turn.text("command.card.files-and", before, next));
    }

    private Phrase file(Reference reference) {
        String tag = new Prompt.Tag(reference.kind(), reference.index()).canonical();
        boolean kept = media.find(reference.media().sha256()).isPresent();
        return Phrase.of("command.job.file-" + (kept ? Wording.kebab(reference.role()) : "gone"), tag);
    }

    private static Field field(Turn turn, String name, String value) {
        return Field.of(turn.text("command.job." + name), value);
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

    private List<Control> controls(JobSnapshot job, Turn turn, boolean hasClip) {
        List<Control> controls = new ArrayList<>();
        switch (job.status()) {
            case QUEUED, SUBMITTING, RUNNING -> controls.add(button(job, turn, "cancel"));
            case FETCHING, DELIVERING -> {}
            case SUCCEEDED -> {
                controls.add(button(job, turn, "again"));
                controls.add(remix(job, turn));
                if (hasClip) {
                    controls.add(button(job, turn, "extend"));
                    controls.add(button(job, turn, "resend"));
                }
                job.clip().ifPresent(_ -> controls.add(ClipButtons.delete(job.id(), turn::text)));
            }
            case FAILED -> {
                boolean otherModel = RepairCommand.another(providers.providers(), job).isPresent();
                String prompt = prompts.write(job.request().prompt());
                controls.addAll(RepairButtons.of(job, otherModel, prompt, turn::text));
            }
            case CANCELLED -> controls.add(button(job, turn, "retry"));
        }
        return controls;
    }

    private Button remix(JobSnapshot job, Turn turn) {
        return ClipButtons.remix(job.id(), prompts.write(job.request().prompt()), turn::text);
    }

    static Button button(JobSnapshot job, Turn turn, String action) {
        return Button.of("v1:" + action + ":" + job.id(), turn.text("command.job.button." + action));
    }
}
