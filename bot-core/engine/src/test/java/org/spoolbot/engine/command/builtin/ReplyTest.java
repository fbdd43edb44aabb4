package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaLibrary.Intake;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

/** A clip is spoken to by replying to it, without anybody looking up its number. */
class ReplyTest {
    private static final Format FORMAT = new Format(8, Ratio.PORTRAIT_9_16, Resolution.P480, true);
    private static final String CLIP = "clip";

    private final Chat chat = new Chat();

    @BeforeEach
    void aClipStandsInTheChat() {
        Extras extras = new Extras(OptionalLong.of(7), false, false);
        VideoRequest request =
                new VideoRequest(Prompt.plain("a kite"), Mode.TEXT, List.of(), FORMAT, extras, Optional.of("seedance"));
        chat.jobs.add(chat.sender(), request, chat.origin().destination(), JobStatus.SUCCEEDED);
        chat.jobs.endings.put(new MessageRef("chat", "room", CLIP), new JobId("job1"));
        MediaFile frame = ((Intake.Stored) chat.media.take(new MemberId("m1"), FakeUpload.png("f.png"))).file();
        chat.jobs.frame = Optional.of(frame);
    }

    private VideoRequest ordered() {
        chat.pressLabel("Generate");
        return chat.jobs.orders.getLast().request();
    }

    @Test
    void wordsInReplyToAClipMakeItAgainWithThem() {
        chat.inGroup().as("2").reply(CLIP, "a red kite");

        assertThat(chat.newest().envelope().audience()).isEqualTo(Audience.ASKER_HERE);
        VideoRequest request = ordered();
        assertThat(request.prompt()).isEqualTo(Prompt.plain("a red kite"));
        assertThat(request.format()).isEqualTo(FORMAT);
        assertThat(chat.jobs.orders.getLast().sender().member()).as("at the cost of who asks").isEqualTo(new MemberId("m2"));
    }

    @Test
    void nothingIsOrderedByAReplyAloneWhateverTheMemberPrefers() {
        chat.say("/settings --confirm now").reply(CLIP, "a red kite").reply(CLIP, "/video");

        assertThat(chat.jobs.orders).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"continue it lands", "Continue, it lands", "weiter: it lands", "继续it lands", "дальше it lands"})
    void continueWithWordsGoesOnFromTheLastPicture(String text) {
        chat.reply(CLIP, text);

        VideoRequest request = ordered();
        assertThat(request.mode()).isEqualTo(Mode.FIRST_FRAME);
        assertThat(request.prompt()).isEqualTo(Prompt.plain("it lands"));
    }

    @Test
    void continueAloneAsksWhatHappensNext() {
        chat.reply(CLIP, "continue");

        assertThat(chat.answer()).startsWith("The new clip begins with the last picture of clip job1.\nWhat should the clip show?");
    }

    @Test
    void aPromptThatOnlyBeginsLikeTheWordIsAPrompt() {
        chat.reply(CLIP, "continued rain");

        assertThat(ordered().prompt()).isEqualTo(Prompt.plain("continued rain"));
    }

    @Test
    void filesInTheReplyComeAlong() {
        chat.reply(CLIP, "a kite like @image1", FakeUpload.png("kite.png"));

        assertThat(ordered().references()).hasSize(1);
    }

    @Test
    void aPictureForTheOpenDraftIsNotTakenAwayByTheClipItAnswers() {
        chat.say("/video").reply(CLIP, "", FakeUpload.png("kite.png"));

        assertThat(chat.newest().card().orElseThrow().body()).isEmpty();
        assertThat(chat.field("Files")).isEqualTo("picture = first frame");
    }

    @Test
    void commandsInReplyToAClipMeanThatClip() {
        chat.reply(CLIP, "/show");
        assertThat(chat.newest().card().orElseThrow().title()).isEqualTo("Clip job1");
        chat.reply(CLIP, "/cancel");
        assertThat(chat.jobs.done).containsExactly("cancel job1");
        chat.reply(CLIP, "/retry");
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a kite");
        chat.reply(CLIP, "/extend it lands");
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("it lands");
        chat.reply(CLIP, "/remix two kites");
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("two kites");
    }

    @Test
    void aClipThatIsNamedWinsOverTheOneThatIsAnswered() {
        VideoRequest other = new VideoRequest(
                Prompt.plain("a boat"), Mode.TEXT, List.of(), FORMAT, new Extras(OptionalLong.empty(), false, false), Optional.empty());
        chat.jobs.add(chat.sender(), other, chat.origin().destination(), JobStatus.SUCCEEDED);
        chat.reply(CLIP, "/retry job2");
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a boat");
        chat.reply(CLIP, "/retry --job job2");
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a boat");
    }

    @Test
    void videoInReplyToAClipChangesOnlyWhatIsTyped() {
        chat.reply(CLIP, "/video --ratio 1:1 two kites");

        VideoRequest request = ordered();
        assertThat(request.format()).isEqualTo(new Format(8, Ratio.SQUARE_1_1, Resolution.P480, true));
        assertThat(request.prompt()).isEqualTo(Prompt.plain("two kites"));
        assertThat(request.extras().seed()).hasValue(7);
    }

    @Test
    void whoMayNotSeeTheClipLearnsNothingOfIt() {
        chat.jobs.hidden.add("m2");
        chat.inGroup().as("2").reply(CLIP, "a red kite");
        assertThat(chat.answer()).startsWith("I did not understand what to do.");
        chat.reply(CLIP, "/remix");
        assertThat(chat.answer()).startsWith("job is missing.");
        chat.reply(CLIP, "/video");
        assertThat(chat.newest().card().orElseThrow().body()).isEmpty();
    }

    @Test
    void whoSpeaksToTheBotInAGroupIsNeverLeftWithoutAnAnswer() {
        chat.inGroup().mention("hello?");

        assertThat(chat.answer()).startsWith("I did not understand what to do. Type /video");
        assertThat(chat.newest().envelope().audience()).isEqualTo(Audience.ASKER);
    }

    @Test
    void groupTalkStaysUnanswered() {
        chat.inGroup().say("hello?");
        chat.say("/video a kite").say("what a day");

        assertThat(chat.platform.sent).hasSize(1);
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a kite");
    }

    @Test
    void wordsToTheBotChangeTheDraftInAGroupToo() {
        chat.inGroup().say("/video a kite").mention("two kites");

        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("two kites");
    }
}
