package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.message.Progress;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Kind;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.testkit.SettableClock;

/** The pictures that a member added, on the card. */
final class CardPicturesTest {
    @TempDir
    Path folder;

    private Counter counter;
    private Chat chat;
    private MediaFile kite;
    private MediaFile boat;

    @BeforeEach
    void open() {
        counter = new Counter(folder, SettableClock.atTen());
        chat = counter.started("Ada").privateChat();
        kite = counter.picture("kite.jpg", 1280, 720);
        boat = counter.picture("boat.jpg", 600, 800);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private static Message card(String prompt, MediaFile... pictures) {
        Card card = new Card("Ready?", prompt, List.of(Card.Field.of("Price", "0.40")), List.of(pictures), Card.Tone.INFO);
        return Message.of("").with(card).withControls(List.of(Control.Button.primary("v1:go", "Generate")));
    }

    private MessageRef send(Message message) {
        return counter.sent(Counter.in(chat), message);
    }

    private Posted edited(MessageRef place, Message replacement) {
        assertThat(counter.changes.edit(place, replacement).isSent()).isTrue();
        return counter.posted(place);
    }

    private int count(String method) {
        return counter.telegram.calls().count(method);
    }

    @Test
    void aCardShowsItsPicturesAboveItsWordsAndKeys() {
        Posted card = counter.posted(send(card("like @image1", kite, boat)));

        assertThat(card.kind()).contains(Kind.PHOTO);
        assertThat(card.text()).contains("Ready?", "like @image1", "Price: 0.40");
        assertThat(card.labels()).containsExactly("Generate");
        assertThat(card.json().path("photo").get(card.json().path("photo").size() - 1).path("width").asInt()).as("side by side").isEqualTo(640);
        assertThat(folder.resolve("data/thumbnails")).isEmptyDirectory();
    }

    @Test
    void aChangeOfTheWordsKeepsThePictureAndUploadsNothing() {
        MessageRef place = send(card("a kite", kite));
        Optional<String> picture = counter.posted(place).fileId();
        counter.restart();
        Posted card = edited(place, card("a red kite", kite));

        assertThat(card.text()).contains("a red kite");
        assertThat(card.labels()).containsExactly("Generate");
        assertThat(card.fileId()).isEqualTo(picture).isPresent();
        assertThat(count("editMessageCaption")).isEqualTo(1);
        assertThat(count("editMessageMedia") + count("editMessageText")).isZero();
    }

    @Test
    void aCardOfWordsBecomesOneWithAPictureWhenThereIsOne() {
        MessageRef place = send(card("a kite"));
        assertThat(counter.posted(place).kind()).isEmpty();
        Posted card = edited(place, card("a kite", kite));

        assertThat(card.kind()).contains(Kind.PHOTO);
        assertThat(card.text()).contains("a kite", "Price: 0.40");
        Optional<String> first = card.fileId();
        assertThat(edited(place, card("a kite", kite, boat)).fileId()).as("another picture").isNotEqualTo(first);
        assertThat(edited(place, card("a kite")).fileId()).as("no picture any more").isNotEqualTo(first);
    }

    @Test
    void wordsWithoutPicturesCostNothingMore() {
        edited(send(card("a kite")), card("a boat"));

        assertThat(count("sendMessage")).isEqualTo(1);
        assertThat(count("editMessageText")).isEqualTo(1);
        assertThat(count("sendPhoto") + count("editMessageMedia") + count("editMessageCaption")).isZero();
    }

    @Test
    void progressLeavesThePictureAlone() {
        MessageRef place = send(card("a kite", kite));
        Optional<String> picture = counter.posted(place).fileId();
        Progress half = new Progress("Rendering", OptionalDouble.of(0.5), OptionalInt.empty(), Optional.empty());
        Posted shown = edited(place, Message.of("").with(half));

        assertThat(shown.text()).contains("Rendering");
        assertThat(shown.fileId()).isEqualTo(picture);
        assertThat(shown.labels()).isEmpty();
    }

    @Test
    void aClipIsNeverReplacedByThePicturesOfItsCard() {
        MessageRef clip = send(Message.of("done").withAttachments(List.of(counter.clip("kite.mp4", 60_000))));
        Posted shown = edited(clip, card("a kite", kite));

        assertThat(shown.kind()).contains(Kind.VIDEO);
        assertThat(shown.text()).contains("a kite");
    }

    @Test
    void aLongPromptIsCutBeforeWhatItCosts() {
        Posted whole = counter.posted(send(card("kite ".repeat(700), kite)));
        assertThat(whole.kind()).as("words that have no room under a picture").isEmpty();
        assertThat(whole.text()).contains("Price: 0.40").doesNotContain("…");

        Posted cut = edited(send(card("a kite", kite)), card("kite ".repeat(700), kite));
        assertThat(cut.text()).contains("kite kite", "…", "Price: 0.40").hasSizeLessThanOrEqualTo(1024);
    }

    @Test
    void aChatThatTakesNoPicturesGetsTheWords() {
        counter.telegram.faults().next("sendPhoto", new Fault.Refuses(400, "Bad Request: not enough rights to send photos to the chat", 0, 0));
        MessageRef place = send(card("a kite", kite));
        assertThat(counter.posted(place).text()).contains("a kite");

        counter.telegram.faults().next("editMessageMedia", new Fault.Refuses(400, "Bad Request: there is no media in the message to edit", 0, 0));
        Posted card = edited(place, card("a red kite", kite));
        assertThat(card.kind()).isEmpty();
        assertThat(card.text()).contains("a red kite");
    }

    @Test
    void aPictureThatCannotBeReadIsLeftOut() {
        MediaFile odd = counter.file("odd.webp", MediaType.WEBP, 100);
        assertThat(counter.posted(send(card("a kite", odd))).kind()).isEmpty();
        assertThat(counter.posted(send(card("a kite", odd, kite))).kind()).contains(Kind.PHOTO);
    }
}
