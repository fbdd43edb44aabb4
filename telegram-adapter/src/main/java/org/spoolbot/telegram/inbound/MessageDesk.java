package org.spoolbot.telegram.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.telegram.outbound.Outbox;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Messages: from people, in chats where the bot answers, as commands, words, files, or answers to its questions. */
final class MessageDesk {
    private final ChatInbox inbox;
    private final Supplier<Self> self;
    private final Origins origins;
    private final FileDesk files;
    private final Questions questions;
    private final Interviewer interviewer;
    private final Outbox outbox;
    private final Translator texts;
    private final Set<String> allowedChats;
    private final Albums albums;

    MessageDesk(Parts parts, TaskScheduler tasks, Set<String> allowedChats) {
        this.inbox = parts.inbox();
        this.self = parts.self();
        this.origins = parts.origins();
        this.files = parts.files();
        this.questions = parts.questions();
        this.interviewer = parts.interviewer();
        this.outbox = parts.outbox();
        this.texts = parts.texts();
        this.allowedChats = Set.copyOf(allowedChats);
        this.albums = new Albums(tasks, this::whole);
    }

    /** What it works with. */
    record Parts(
            ChatInbox inbox,
            Supplier<Self> self,
            Origins origins,
            FileDesk files,
            Questions questions,
            Interviewer interviewer,
            Outbox outbox,
            Translator texts) {}

    boolean isPartOfAlbum(Message message) {
        return message.getMediaGroupId() != null && Authors.of(message) == Authors.PERSON && isAllowed(message);
    }

    /** Keeps a part until the whole album is there. */
    void collect(Message part, Runnable done) {
        albums.add(part, done);
    }

    private void whole(Albums.Album album) {
        Optional<? extends Inbound> understood = understood(album.parts());
        if (understood.isEmpty()) {
            album.done().run();
            return;
        }
        if (inbox.accept(understood.get(), album.done()) == ChatInbox.Reception.BUSY) {
            albums.again(album);
        }
    }

    /** What the server is to hear of a message, or of the messages of an album; empty if it is not for the bot. */
    Optional<? extends Inbound> understood(List<Message> parts) {
        Message first = parts.getFirst();
        Authors author = Authors.of(first);
        if (author == Authors.NOBODY || !isAllowed(first)) {
            return Optional.empty();
        }
        Set<String> commands = inbox.menu().stream().map(entry -> entry.spec().name()).collect(Collectors.toSet());
        List<Speech> spoken = parts.stream().flatMap(part -> Speech.of(part, self.get(), commands).stream()).toList();
        if (spoken.isEmpty() || spoken.size() < parts.size()) {
            return Optional.empty();
        }
        Speech speech = Speech.together(spoken);
        if (author == Authors.ANONYMOUS_ADMINISTRATOR) {
            return refused(first, speech);
        }
        Origin origin = origins.of(first);
        Optional<Questions.Asked> asked = asked(first, origin);
        return asked.isPresent()
                ? interviewer.answered(origin, asked.get(), speech.text())
                : said(parts, origin, speech);
    }

    private Optional<Inbound> said(List<Message> parts, Origin origin, Speech speech) {
        List<Upload> uploads = new ArrayList<>();
        parts.forEach(part -> uploads.addAll(files.of(part, self.get())));
        boolean nothing = speech.text().isEmpty() && uploads.isEmpty();
        String id = parts.getFirst().getMessageId().toString();
        return nothing ? Optional.empty() : Optional.of(new Inbound.TextInput(origin, id, speech.text(), uploads, speech.address()));
    }

    private Optional<Questions.Asked> asked(Message message, Origin origin) {
        Message question = message.getReplyToMessage();
        return question == null
                ? Optional.empty()
                : questions.take(origin.destination().channel(), question.getMessageId().toString(), origin.account().id());
    }

    /** Nobody knows who an anonymous administrator is, so nobody would pay. */
    private Optional<Inbound> refused(Message message, Speech speech) {
        if (speech.text().startsWith("/") || speech.address().toBot()) {
            Destination here = origins.of(message).destination().replyingTo(message.getMessageId().toString());
            outbox.send(here, org.spoolbot.api.message.Message.of(texts.text(Locale.ENGLISH, "telegram.anonymous")));
        }
        return Optional.empty();
    }

    private boolean isAllowed(Message message) {
        return message.getChat().isUserChat() || allowedChats.isEmpty() || allowedChats.contains(message.getChatId().toString());
    }
}
