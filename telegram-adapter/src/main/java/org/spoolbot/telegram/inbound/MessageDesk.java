package org.spoolbot.telegram.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.telegram.connection.Receipt;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Messages: from people, in chats where the bot answers, as commands, words, files, or answers to its questions. */
final class MessageDesk {
    private final Names names;
    private final Supplier<Self> self;
    private final Origins origins;
    private final FileDesk files;
    private final Interviewer interviewer;
    private final Counter counter;
    private final Groups groups;
    private final HiddenParts hidden;
    private final Albums albums;
    private final Logger log;

    MessageDesk(Parts parts, HiddenParts hidden, TaskScheduler tasks, Logger log) {
        this.names = new Names(parts.inbox());
        this.self = parts.self();
        this.origins = parts.origins();
        this.files = parts.files();
        this.interviewer = parts.interviewer();
        this.counter = parts.counter();
        this.groups = parts.groups();
        this.hidden = hidden;
        this.albums = new Albums(tasks, this::whole);
        this.log = log;
    }

    /** What it works with. */
    record Parts(
            ChatInbox inbox,
            Supplier<Self> self,
            Origins origins,
            FileDesk files,
            Interviewer interviewer,
            Counter counter,
            Groups groups) {}

    boolean isPartOfAlbum(Message message) {
        return message.getMediaGroupId() != null && Authors.of(message) == Authors.PERSON && groups.has(message.getChat());
    }

    /** Keeps a part until the whole album is there. */
    void collect(Message part, Receipt done) {
        albums.add(part, done);
    }

    /** Hands over the album that the same author sent before; false if the server has no room for it. */
    boolean isAlbumBeforeTaken(Message next) {
        Optional<Albums.Album> before = albums.before(next);
        return before.isEmpty() || isTaken(before.get());
    }

    private void whole(Albums.Album album) {
        try {
            isTaken(album);
        } catch (RuntimeException fault) {
            log.warn("A Telegram album cannot be worked on now; it stays and is tried again after the next start", fault);
        }
    }

    private boolean isTaken(Albums.Album album) {
        Optional<? extends Inbound> understood = understood(album.messages());
        if (understood.isEmpty()) {
            album.done().run();
            return true;
        }
        Optional<Inbound.TextInput> cutShort = hidden.untold(album.parts().size(), understood.get());
        if (counter.isTaken(understood.get(), album.done())) {
            cutShort.ifPresent(hidden::tell);
            return true;
        }
        albums.again(album);
        return false;
    }

    /** What the server is to hear of a message, or of the messages of an album; empty if it is not for the bot. */
    Optional<? extends Inbound> understood(List<Message> parts) {
        Message first = parts.getFirst();
        Authors author = Authors.of(first);
        if (author == Authors.NOBODY || !groups.has(first.getChat())) {
            return Optional.empty();
        }
        List<Speech> spoken = parts.stream().flatMap(part -> Speech.of(part, self.get(), names).stream()).toList();
        if (spoken.size() < parts.size()) {
            return Optional.empty();
        }
        Speech speech = Speech.together(spoken);
        Origin origin = origins.of(first, speech.command().isPresent() || speech.address().toBot());
        if (author == Authors.ANONYMOUS_ADMINISTRATOR) {
            return facelessly(parts, origin, speech);
        }
        Optional<String> question = Quoted.ofBot(first, self.get()).map(asked -> asked.getMessageId().toString());
        boolean answer = question.isPresent() && speech.command().isEmpty() && !speech.text().isEmpty();
        String id = first.getMessageId().toString();
        Optional<Interviewer.Heard> heard =
                answer ? interviewer.heard(origin, question.get(), id, speech.text()) : Optional.empty();
        return heard.isPresent() ? heard.get().action() : said(parts, origin, speech);
    }

    private Optional<Inbound> said(List<Message> parts, Origin origin, Speech speech) {
        Locale language = origin.language().orElse(Locale.ENGLISH);
        List<Upload> uploads = new ArrayList<>();
        parts.forEach(part -> uploads.addAll(files.of(part, self.get(), language)));
        boolean nothing = speech.text().isEmpty() && uploads.isEmpty();
        String id = parts.getFirst().getMessageId().toString();
        return nothing ? Optional.empty() : Optional.of(new Inbound.TextInput(origin, id, speech.text(), uploads, speech.address()));
    }

    /** Nobody knows who an anonymous administrator is, so nobody would pay: they may run the group, and ask for nothing. */
    private Optional<Inbound> facelessly(List<Message> parts, Origin origin, Speech speech) {
        if (speech.command().filter(names::isFree).isPresent()) {
            return said(parts, origin, speech);
        }
        if (speech.command().isPresent() || speech.address().toBot()) {
            String id = parts.getFirst().getMessageId().toString();
            counter.say(origin, origin.destination().replyingTo(id), "telegram.anonymous");
        }
        return Optional.empty();
    }
}
