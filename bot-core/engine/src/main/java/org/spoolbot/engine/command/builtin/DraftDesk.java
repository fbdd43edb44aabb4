package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.conversation.Conversations;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.Admission;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.VideoRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps drafts, shows them as cards, and orders what a member confirms. */
final class DraftDesk {
    static final String KIND = "draft";

    private final PluginContext server;
    private final HouseRules rules;
    private final ChatRules chats;
    private final InstantSource clock;
    private final DraftMachine machine;
    private final ClipCard card;
    private final IntakeDesk intake;

    DraftDesk(PluginContext server, HouseRules rules, ChatRules chats, InstantSource clock) {
        this.server = server;
        this.rules = rules;
        this.chats = chats;
        this.clock = clock;
        this.machine = new DraftMachine(server.prompts());
        this.card = new ClipCard(server.media(), rules.currency(), machine);
        this.intake = new IntakeDesk(server.media());
    }

    static String id(String verb, String conversation) {
        return "v1:" + CardActions.ACTION + ":" + verb + ":" + conversation;
    }

    /**
     * Turns away who may not ask for clips there. To be called first: before files are fetched, and before a draft is opened or changed.
     *
     * @throws CommandException with where it is allowed, for the asker alone
     */
    void admit(Turn turn) throws CommandException {
        Optional<Phrase> refusal = chats.refusal(turn.sender(), turn.origin());
        if (refusal.isPresent()) {
            throw new CommandException(refusal.get());
        }
    }

    /** What can be asked for with the words and files of a draft. */
    private Studio studio(Draft draft) {
        return studio(machine.request(draft));
    }

    private Studio studio(VideoRequest request) {
        return Studio.of(server.providers().providers(), request);
    }

    /** With its files used as can be made, where the member did not say how. */
    private Draft sensible(Draft draft) {
        return machine.sensible(draft, this::studio);
    }

    /** A new draft as near to the member's preferences as one model comes; what was asked for in so many words stays. */
    Draft settled(Draft draft, Set<Settling.Part> kept, List<Phrase> notes) {
        DraftMachine.Step settled = Settling.settle(sensible(draft), studio(sensible(draft)), kept);
        // A member sees length, shape and size on the card; sound against their settings is worth a word.
        settled.faults().stream().filter(Settling::isAboutSound).forEach(notes::add);
        return draft.withFormat(settled.draft().format());
    }

    /** Opens a draft of an earlier request; what cannot be made now is moved to the nearest that can, and said. */
    void openNear(Turn turn, Draft draft, List<Phrase> notes) throws CommandException {
        DraftMachine.Step settled = Settling.settle(sensible(draft), studio(sensible(draft)), Set.of());
        notes.addAll(settled.faults());
        open(turn, settled.draft().used(draft.use()), notes);
    }

    /** Stores a new draft and shows it; the one that was open there ends. */
    void open(Turn turn, Draft draft, List<Phrase> notes) throws CommandException {
        admit(turn);
        Conversation conversation = conversations()
                .open(turn.sender(), turn.origin(), KIND, DraftCodec.write(draft), rules.draftLifetime());
        show(turn, conversation, draft, notes);
    }

    /** The same with more files than it has; what is wrong with one is said. */
    void openWith(Turn turn, Draft draft, List<Upload> files, List<Phrase> notes) throws CommandException {
        admit(turn);
        List<Phrase> all = new ArrayList<>(notes);
        int room = Studio.MAX_FILES - draft.files().size();
        IntakeDesk.Taken taken = intake.take(turn.sender().member(), IntakeDesk.Handed.plain(files), room);
        all.addAll(taken.faults());
        open(turn, draft.adding(taken.files()), all);
    }

    /** The draft that is open there. */
    Optional<Conversation> current(Turn turn) {
        return conversations().current(turn.sender(), turn.origin()).filter(open -> open.kind().equals(KIND));
    }

    /** Shows a draft as it is, in place of what showed it before. */
    void show(Turn turn, Conversation conversation, Draft stored, List<Phrase> notes) {
        Draft draft = sensible(stored);
        Studio studio = studio(draft);
        Quote quote = quote(turn.sender(), draft, studio);
        ClipCard.View view = new ClipCard.View(
                draft, conversation, machine.request(draft), studio, quote, server.quota().report(turn.sender()), notes);
        if (turn.show(card.draw(view, turn)) instanceof SendResult.Sent(MessageRef message)) {
            conversations().shown(conversation, message);
        }
    }

    /** Adds words and files to an open draft; what is wrong with a file is said. */
    void fill(Turn turn, Conversation conversation, Optional<String> words, List<Upload> uploads) throws CommandException {
        admit(turn);
        int room = Studio.MAX_FILES - DraftCodec.read(conversation.state()).files().size();
        IntakeDesk.Taken taken = intake.take(turn.sender().member(), IntakeDesk.Handed.plain(uploads), room);
        List<DraftInput> inputs = new ArrayList<>();
        words.map(DraftInput.Words::new).ifPresent(inputs::add);
        if (!taken.files().isEmpty()) {
            inputs.add(new DraftInput.Files(taken.files()));
        }
        apply(turn, conversation, inputs, taken.faults());
    }

    /** Applies an input to an open draft, stores and shows it. */
    void apply(Turn turn, Conversation conversation, List<DraftInput> inputs, List<Phrase> notes) throws CommandException {
        admit(turn);
        Draft draft = DraftCodec.read(conversation.state());
        List<Phrase> said = new ArrayList<>(notes);
        for (DraftInput input : inputs) {
            DraftMachine.Step step = machine.apply(draft, input, studio(sensible(draft)));
            said.addAll(step.faults());
            Draft meant = sensible(step.draft());
            DraftMachine.Step settled = Settling.settle(meant, studio(meant), Settling.chosenBy(input));
            said.addAll(settled.faults());
            draft = settled.draft().used(step.draft().use());
        }
        Conversation saved = conversations()
                .save(conversation, DraftCodec.write(draft))
                .orElseThrow(() -> new CommandException("command.draft.changed-meanwhile"));
        show(turn, saved, draft, said);
    }

    /** What it costs, with everything that is wrong with it. */
    Quote quote(Sender sender, Draft draft, Studio studio) {
        List<Phrase> problems = machine.problems(draft, studio);
        if (!problems.isEmpty()) {
            return new Quote(Optional.empty(), problems, List.of(), Optional.empty());
        }
        return server.jobs().quote(sender, machine.request(draft), draft.destination());
    }

    /** Whether that message was worked on before a crash, and made a job. */
    boolean wasOrdered(Turn turn) {
        return written(turn.origin()).flatMap(once -> server.jobs().orderedBy(once, turn.sender())).isPresent();
    }

    boolean isLate(Origin origin) {
        return origin.writtenAt().plus(rules.lateAfter()).isBefore(clock.instant());
    }

    /** Orders without a card if that is allowed; false if a card is needed, with the reason among the notes. */
    boolean orderAtOnce(Turn turn, Draft stored, List<Phrase> notes) {
        Draft draft = sensible(stored);
        if (isLate(turn.origin())) {
            notes.add(Phrase.of("command.card.late"));
            return false;
        }
        Quote quote = quote(turn.sender(), draft, studio(draft));
        if (!quote.faults().isEmpty() || quote.offer().isEmpty()) {
            return false;
        }
        Money price = quote.offer().get().price();
        if (price.compareTo(rules.immediateUpTo()) > 0) {
            notes.add(Phrase.of("command.card.too-dear-for-now", Wording.money(rules.immediateUpTo(), rules.currency())));
            return false;
        }
        Admission admission = server.jobs().order(order(turn, draft, price, Optional.empty()));
        switch (admission) {
            case Admission.Accepted accepted -> accepted(turn, draft, accepted, remarks(turn, quote));
            case Admission.Repeated _ -> {} // Its member was told when it was ordered, or by how far it is.
            case Admission.Refused refused -> notes.addAll(refused.reasons());
            case Admission.Dearer _ -> notes.add(Phrase.of("command.card.dearer"));
            case Admission.AlreadyUsed _ -> notes.add(Phrase.of("command.draft.gone"));
            case Admission.Busy _ -> notes.add(Phrase.of("command.busy"));
        }
        return admission instanceof Admission.Accepted || admission instanceof Admission.Repeated;
    }

    /** Without a card this is where the member learns what is done to the files. */
    private static String remarks(Turn turn, Quote quote) {
        return quote.notes().stream().map(turn::text).map(Wording::sentence).collect(Collectors.joining("\n"));
    }

    /** Says so, in the message that will show how far the clip is. */
    private void accepted(Turn turn, Draft draft, Admission.Accepted accepted, String remarks) {
        String text = turn.text(acceptance(accepted));
        Message answer = Message.of(remarks.isEmpty() ? text : text + "\n" + remarks);
        boolean aside = draft.destination().isPrivate() && !turn.origin().destination().isPrivate();
        SendResult told = aside ? turn.send(answer) : turn.show(answer);
        if (told instanceof SendResult.Sent(MessageRef message)) {
            server.jobs().answered(accepted.job().id(), turn.sender(), message, remarks);
        }
    }

    private JobOrder order(Turn turn, Draft draft, Money price, Optional<Conversation> conversation) {
        VideoRequest request = machine.request(draft);
        Optional<String> once = written(turn.origin());
        return new JobOrder(turn.sender(), turn.origin(), draft.destination(), request, Optional.of(price), conversation, once);
    }

    /** The message that an order comes from: a platform hands it in again if a crash kept it from knowing that it was worked on. */
    private static Optional<String> written(Origin origin) {
        Destination place = origin.destination();
        return place.replyTo().map(message -> String.join(" ", place.platform(), place.channel(), message));
    }

    static Phrase acceptance(Admission.Accepted accepted) {
        return Phrase.of("command.card.accepted", accepted.job().id().value(), accepted.position());
    }

    /** Orders what a card shows at the price it showed, if it showed one. */
    void generate(Turn turn, Conversation conversation, Optional<Money> agreed) throws CommandException {
        admit(turn);
        Draft draft = sensible(DraftCodec.read(conversation.state()));
        if (agreed.isEmpty() || isLate(turn.origin())) {
            show(turn, conversation, draft, List.of(Phrase.of("command.card.late")));
            return;
        }
        List<Phrase> problems = machine.problems(draft, studio(draft));
        if (!problems.isEmpty()) {
            show(turn, conversation, draft, List.of());
            return;
        }
        settle(turn, conversation, draft, server.jobs().order(order(turn, draft, agreed.get(), Optional.of(conversation))));
    }

    private void settle(Turn turn, Conversation conversation, Draft draft, Admission admission) throws CommandException {
        switch (admission) {
            case Admission.Accepted accepted -> accepted(turn, draft, accepted, "");
            case Admission.Repeated _ -> {} // A draft orders once.
            case Admission.Refused refused -> show(turn, conversation, draft, refused.reasons());
            case Admission.Dearer _ -> show(turn, conversation, draft, List.of(Phrase.of("command.card.dearer")));
            case Admission.AlreadyUsed _ -> throw new CommandException("command.draft.gone");
            case Admission.Busy _ -> throw new CommandException("command.busy");
        }
    }

    private Conversations conversations() {
        return server.conversations();
    }
}
