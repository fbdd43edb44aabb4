package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatInbox.MessageAction;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

/** "Use as reference" and "Remix this clip", from the menu of anybody's message. */
class MessageActionsTest {
    private final Chat chat = new Chat().inGroup();

    @Test
    void theMenuOffersBoth() {
        assertThat(chat.inbox.messageActions())
                .containsExactly(
                        new MessageAction("reference", "command.message.reference"),
                        new MessageAction("remix-message", "command.message.remix"));
    }

    @Test
    void theFilesOfAMessageBeginADraft() {
        chat.point("reference", "m7", FakeUpload.png("a.png"), FakeUpload.png("b.png"));

        assertThat(chat.newest().card().orElseThrow().thumbnails()).hasSize(2);
        assertThat(chat.answer()).startsWith("What should the clip show?");
        assertThat(chat.newest().envelope().audience()).isEqualTo(Audience.ASKER_HERE);
    }

    @Test
    void theFilesOfAMessageJoinTheOpenDraft() {
        chat.say("/video a kite", FakeUpload.png("a.png")).point("reference", "m7", FakeUpload.png("b.png"));

        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a kite");
        assertThat(chat.newest().card().orElseThrow().thumbnails()).hasSize(2);
        assertThat(chat.books.openCount()).isEqualTo(1);
    }

    @Test
    void aMessageWithoutFilesIsToldSo() {
        chat.point("reference", "m7");

        assertThat(chat.answer()).isEqualTo("That message has no file that I could use as a reference.");
    }

    @Test
    void aFileThatCannotBeTakenIsNamedAndOpensNoDraft() {
        chat.point("reference", "m7", FakeUpload.of("letter.txt", "hello"));

        assertThat(chat.answer()).contains("letter.txt");
        assertThat(chat.books.openCount()).isZero();
    }

    @Test
    void aClipIsRemixedFromItsOwnMenuAtTheCostOfWhoAsks() {
        Format format = new Format(8, Ratio.PORTRAIT_9_16, Resolution.P480, true);
        VideoRequest request = new VideoRequest(
                Prompt.plain("a kite"), Mode.TEXT, List.of(), format, new Extras(OptionalLong.empty(), false, false), Optional.empty());
        chat.jobs.add(chat.sender(), request, chat.origin().destination(), JobStatus.SUCCEEDED);
        chat.jobs.endings.put(new MessageRef("chat", "room", "clip"), new JobId("job1"));
        chat.as("2").point("remix-message", "clip").pressLabel("Generate");

        assertThat(chat.jobs.orders.getLast().request()).isEqualTo(request);
        assertThat(chat.jobs.orders.getLast().sender().member().value()).isEqualTo("m2");
    }

    @Test
    void aMessageThatIsNoClipIsToldSo() {
        chat.point("remix-message", "m7");

        assertThat(chat.answer()).startsWith("That message is not a clip of mine");
    }
}
