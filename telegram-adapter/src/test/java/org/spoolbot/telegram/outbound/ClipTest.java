package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.fake.Call;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Kind;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.testkit.SettableClock;

/** A finished clip on its way into the chat. */
final class ClipTest {
    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder, SettableClock.atTen());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void aClipPlaysInTheTopicOfItsRequestAndTellsNobodyButTheRequester() {
        Person ada = counter.telegram.person("Ada");
        Chat studio = counter.telegram.world().forum("Studio", ada);
        int topic = studio.topic("Clips");
        Posted request = ada.in(studio, topic).says("/video a kite @bob");
        Message result = Counter.mentioning(Message.of("A kite for @bob & <co>"), ada)
                .withControls(List.of(Control.Button.of("v1:again:7", "Again")))
                .withAttachments(List.of(counter.clip("kite.mp4", 60_000)));

        Posted clip = counter.posted(counter.sent(Counter.in(studio, topic).replyingTo(Long.toString(request.id())), result));

        assertThat(clip.kind()).contains(Kind.VIDEO);
        assertThat(clip.thread()).isEqualTo(topic);
        assertThat(clip.repliesTo()).hasValue(request.id());
        assertThat(clip.labels()).containsExactly("Again");
        JsonNode video = clip.json().path("video");
        assertThat(video.path("width").asInt()).isEqualTo(1280);
        assertThat(video.path("height").asInt()).isEqualTo(720);
        assertThat(video.path("duration").asInt()).isEqualTo(5);
        assertThat(video.path("file_name").asText()).isEqualTo("kite.mp4");
        assertThat(video.path("thumbnail").path("width").asInt()).isEqualTo(320);
        assertThat(counter.telegram.calls().of("sendVideo").getFirst().text("supports_streaming")).isEqualTo("true");
        assertThat(clip.text()).contains("<co>");
        assertThat(clip.text()).as("what is copied is what was written").contains("@bob &");
        Stream<JsonNode> entities = clip.json().path("caption_entities").valueStream();
        assertThat(entities.filter(one -> !one.path("type").asText().equals("code"))).singleElement().satisfies(one -> {
            assertThat(one.path("type").asText()).isIn("text_link", "text_mention");
            assertThat(one.toString()).contains(Long.toString(ada.id()));
        });
    }

    @Test
    void aCaptionThatIsTooLongIsCutAndTheClipStillArrives() {
        Person ada = counter.started("Ada");
        Message result = Message.of("<&> 🎬".repeat(900)).withAttachments(List.of(counter.clip("kite.mp4", 60_000)));

        Posted clip = counter.posted(counter.sent(Counter.in(ada.privateChat()), result));

        assertThat(clip.text().length()).isLessThanOrEqualTo(1024).isGreaterThan(1000);
        assertThat(clip.text()).endsWith("…");
    }

    @Test
    void aClipThatTelegramWouldNotTakeIsNotEvenUploaded() {
        Person ada = counter.started("Ada");
        Message result = Message.of("big").withAttachments(List.of(counter.clip("big.mp4", Counter.MOST + 1)));

        assertThat(counter.outbox.send(Counter.in(ada.privateChat()), result)).isEqualTo(new SendResult.TooLarge(Counter.MOST));

        assertThat(counter.telegram.calls().count("sendVideo")).isZero();
    }

    @Test
    void aClipThatTelegramRefusesAsTooLargeIsToldSo() {
        Person ada = counter.started("Ada");
        counter.telegram.faults().next("sendVideo", new Fault.Refuses(413, "Request Entity Too Large", 0, 0));

        SendResult result = counter.outbox.send(
                Counter.in(ada.privateChat()), Message.of("").withAttachments(List.of(counter.clip("kite.mp4", 60_000))));

        assertThat(result).isInstanceOf(SendResult.TooLarge.class);
    }

    @Test
    void aClipThatWasSentOnceIsSentAgainWithoutAnUpload() {
        Person ada = counter.started("Ada");
        Person bob = counter.started("Bob");
        Message result = Message.of("").withAttachments(List.of(counter.clip("kite.mp4", 60_000)));

        Posted first = counter.posted(counter.sent(Counter.in(ada.privateChat()), result));
        Posted second = counter.posted(counter.sent(Counter.in(bob.privateChat()), result));

        List<Call> calls = counter.telegram.calls().of("sendVideo");
        assertThat(calls.get(0).files()).isNotEmpty();
        assertThat(calls.get(1).files()).isEmpty();
        assertThat(second.fileId()).isEqualTo(first.fileId());
    }

    @Test
    void aFileIdThatTelegramNoLongerKnowsIsUploadedAnew() {
        Person ada = counter.started("Ada");
        Message result = Message.of("").withAttachments(List.of(counter.clip("kite.mp4", 60_000)));
        counter.sent(Counter.in(ada.privateChat()), result);
        counter.telegram.faults().next("sendVideo", Fault.badRequest("wrong file identifier/HTTP URL specified"));

        counter.sent(Counter.in(ada.privateChat()), result);

        List<Call> calls = counter.telegram.calls().of("sendVideo");
        assertThat(calls).hasSize(3);
        assertThat(calls.get(2).files()).isNotEmpty();
    }

    @Test
    void aChatThatIsGoneDoesNotMakeTheServerForgetTheFileAndUploadItInVain() {
        Person ada = counter.started("Ada");
        Message result = Message.of("").withAttachments(List.of(counter.clip("kite.mp4", 60_000)));
        counter.sent(Counter.in(ada.privateChat()), result);
        counter.telegram.faults().next("sendVideo", Fault.chatNotFound());

        assertThat(counter.outbox.send(Counter.in(ada.privateChat()), result)).isInstanceOf(SendResult.Gone.class);
        counter.sent(Counter.in(ada.privateChat()), result);

        assertThat(counter.telegram.calls().of("sendVideo").stream().filter(call -> !call.files().isEmpty())).hasSize(1);
    }

    @Test
    void aRequestThatWasDeletedMeanwhileDoesNotKeepTheClipFromArriving() {
        Person ada = counter.started("Ada");

        Posted clip = counter.posted(counter.sent(
                Counter.in(ada.privateChat()).replyingTo("999999"), Message.of("").withAttachments(List.of(counter.clip("kite.mp4", 60_000)))));

        assertThat(clip.repliesTo()).isEmpty();
    }

    @Test
    void namesOfAnyAlphabetArriveAndTwoFilesOfOneNameStayTwo() {
        Person ada = counter.started("Ada");

        for (String name : List.of("мой \"клип\".mp4", "thumbnail.jpg", "video", "caption")) {
            Attachment clip = new Attachment(
                    name, counter.file("of-" + name.hashCode(), MediaType.MP4, 5_000), Optional.of(counter.picture("p" + name.hashCode() + ".jpg", 640, 360)));
            Posted posted = counter.posted(counter.sent(Counter.in(ada.privateChat()), Message.of("words").withAttachments(List.of(clip))));
            assertThat(posted.text()).isEqualTo("words");
            assertThat(counter.telegram.world().file(posted.fileId().orElseThrow()).orElseThrow().size()).isEqualTo(5_000);
            assertThat(posted.json().path("video").has("thumbnail")).isTrue();
        }
    }

    @Test
    void severalFilesComeInOrderAndTellTheRequesterOnce() {
        Person ada = counter.telegram.person("Ada");
        Chat group = counter.telegram.world().supergroup("Makers", ada);
        Attachment picture = new Attachment("one.jpg", counter.picture("one.jpg", 640, 360), Optional.empty());
        Attachment sound = new Attachment("two.mp3", counter.file("two.mp3", MediaType.MP3, 4_000), Optional.empty());
        Attachment panorama = new Attachment("three.jpg", counter.picture("three.jpg", 4200, 100), Optional.empty());

        counter.sent(Counter.in(group), Counter.mentioning(Message.of("three"), ada).withAttachments(List.of(picture, sound, panorama)));

        assertThat(group.fromBot()).extracting(one -> one.kind().orElseThrow()).containsExactly(Kind.PHOTO, Kind.AUDIO, Kind.DOCUMENT);
        assertThat(group.fromBot()).filteredOn(one -> one.json().has("caption_entities")).hasSize(1);
        assertThat(group.fromBot().get(1).json().path("audio").path("duration").asInt()).isEqualTo(5);
    }

    @Test
    void aFurtherFileThatGetsLostDoesNotMakeTheFirstComeTwice() {
        Person ada = counter.started("Ada");
        Attachment picture = new Attachment("one.jpg", counter.picture("one.jpg", 640, 360), Optional.empty());
        Attachment sound = new Attachment("two.mp3", counter.file("two.mp3", MediaType.MP3, 4_000), Optional.empty());
        counter.telegram.faults().next("sendAudio", Fault.dropsAfter());

        counter.sent(Counter.in(ada.privateChat()), Message.of("two").withAttachments(List.of(picture, sound)));

        assertThat(ada.privateChat().fromBot()).hasSize(2);
    }

    @Test
    void thumbnailsLeaveNothingBehind() throws Exception {
        Person ada = counter.started("Ada");
        counter.sent(Counter.in(ada.privateChat()), Message.of("").withAttachments(List.of(counter.clip("kite.mp4", 60_000))));

        try (Stream<Path> left = Files.list(folder.resolve("data").resolve("thumbnails"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aPosterThatIsNoPictureCostsTheThumbnailAndNotTheClip() {
        Person ada = counter.started("Ada");
        Attachment clip = new Attachment(
                "kite.mp4", counter.file("kite.mp4", MediaType.MP4, 5_000), Optional.of(counter.file("broken.jpg", MediaType.JPEG, 900)));

        Posted posted = counter.posted(counter.sent(Counter.in(ada.privateChat()), Message.of("").withAttachments(List.of(clip))));

        assertThat(posted.json().path("video").has("thumbnail")).isFalse();
    }
}
