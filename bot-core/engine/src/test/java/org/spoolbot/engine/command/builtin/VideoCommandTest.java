package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.Admission;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;

class VideoCommandTest {
    private final Chat chat = new Chat();

    private JobOrder ordered() {
        assertThat(chat.jobs.orders).hasSize(1);
        return chat.jobs.orders.getFirst();
    }

    @Test
    void aMemberSeesPriceQuotaAndTimeBeforeAnythingStarts() {
        chat.say("/video it's a red kite --duration 8 --ratio 9:16");
        assertThat(chat.jobs.orders).isEmpty();
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("it's a red kite");
        assertThat(chat.field("Price")).isEqualTo("0.80 USD");
        assertThat(chat.field("Left today")).isEqualTo("2 of 3 clips");
        assertThat(chat.field("Ready in")).isEqualTo("about 2–4 min");
        assertThat(chat.labels()).contains("Generate", "Cheaper", "Edit", "Cancel", "Length", "Shape", "Size", "Sound");
        assertThat(chat.newest().envelope().audience()).isEqualTo(Audience.ASKER_HERE);
    }

    @Test
    void generateOrdersWhatTheCardShowed() {
        chat.say("/video a red kite --duration 8 --ratio 9:16 --audio off --seed 7").pressLabel("Generate");
        JobOrder order = ordered();
        assertThat(order.request().prompt().canonical()).isEqualTo("a red kite");
        assertThat(order.request().format().seconds()).isEqualTo(8);
        assertThat(order.request().format().ratio()).isEqualTo(Ratio.PORTRAIT_9_16);
        assertThat(order.request().format().audio()).isFalse();
        assertThat(order.request().extras().seed()).hasValue(7);
        assertThat(order.destination().replyTo()).contains("msg");
        assertThat(order.agreedPrice().orElseThrow().toString()).isEqualTo("0.80");
        assertThat(chat.answer()).startsWith("On its way: clip job1, next in line.");
        assertThat(chat.newest().controls()).isEmpty();
    }

    @Test
    void aSecondPressStartsNoSecondClip() {
        chat.say("/video kite");
        String generate = chat.control("Generate").id();
        chat.press(generate).press(generate);
        assertThat(chat.jobs.orders).hasSize(1);
        assertThat(chat.answer()).startsWith("This card has been used");
    }

    @Test
    void anotherMemberCannotUseTheCard() {
        chat.say("/video kite");
        String generate = chat.control("Generate").id();
        chat.as("2").press(generate);
        assertThat(chat.jobs.orders).isEmpty();
        assertThat(chat.answer()).contains("is not yours");
    }

    @Test
    void menusOnTheCardChangeTheClip() {
        chat.say("/video kite").select("Length", "10").select("Size", "1080p").select("Sound", "off");
        assertThat(chat.field("Price")).isEqualTo("2.00 USD");
        chat.pressLabel("Cheaper");
        assertThat(chat.field("Size")).isEqualTo("720p");
        chat.choose(chat.control("Edit").id(), Map.of("prompt", List.of("a blue kite")));
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a blue kite");
        chat.pressLabel("Generate");
        assertThat(ordered().request().format().resolution()).isEqualTo(Resolution.P720);
    }

    @Test
    void theCheapestClipSaysSo() {
        chat.say("/video kite --duration 4 --resolution 480p").pressLabel("Cheaper");
        assertThat(chat.answer()).isEqualTo("It does not get any cheaper than this.");
    }

    @Test
    void aDearerClipShowsItsNewPriceInsteadOfStarting() {
        chat.say("/video kite");
        String generate = chat.control("Generate").id();
        chat.jobs.priceFactor = 3;
        chat.press(generate);
        assertThat(chat.jobs.jobs).isEmpty();
        assertThat(chat.answer()).contains("price has gone up");
        assertThat(chat.field("Price")).isEqualTo("1.50 USD");
    }

    @Test
    void aRefusalIsToldAndTheDraftKept() {
        chat.jobs.gate = order -> Optional.of(new Admission.Refused(List.of(Phrase.literal("You have no clips left today."))));
        chat.say("/video kite").pressLabel("Generate");
        assertThat(chat.answer()).isEqualTo("You have no clips left today.");
        assertThat(chat.books.openCount()).isEqualTo(1);
    }

    @Test
    void nowStartsAtOnceUpToTheLimit() {
        chat.say("/video kite --now");
        assertThat(ordered().draft()).isEmpty();
        assertThat(chat.answer()).startsWith("On its way");
        chat.say("/video kite --now --duration 10 --resolution 1080p --model seedance");
        assertThat(chat.jobs.orders).hasSize(2);
        chat.jobs.priceFactor = 2;
        chat.say("/video kite --now --duration 10 --resolution 1080p");
        assertThat(chat.jobs.orders).hasSize(2);
        assertThat(chat.answer()).contains("only start clips up to 2.00 USD");
    }

    @Test
    void aMessageThatIsReadAgainAfterACrashIsNotAnsweredAgain() {
        chat.say("/video kite --now");
        chat.jobs.made.put("chat room msg", new JobId("job1"));
        chat.platform.sent.clear();
        chat.jobs.gate = _ -> Optional.of(new Admission.Refused(List.of(Phrase.literal("One clip at a time."))));

        chat.writtenAgo(Duration.ofMinutes(11)).say("/video kite --now", FakeUpload.png("cat.png"));

        assertThat(chat.jobs.orders).hasSize(1);
        assertThat(chat.books.openCount()).as("cards").isZero();
        assertThat(chat.platform.sent).extracting(Message::text).noneMatch(text -> text.contains("kite") || text.startsWith("On its way"));
    }

    @Test
    void theAnswerOfAnOrderIsHandedOnToShowTheProgress() {
        chat.say("/video kite --now");
        chat.say("/video another kite").pressLabel("Generate");

        assertThat(chat.jobs.answers.values()).extracting(MessageRef::id).hasSize(2).last().isEqualTo("b1");
    }

    @Test
    void aPreferenceReplacesTheCard() {
        chat.say("/settings --confirm now --ratio 9:16").say("/video kite");
        assertThat(ordered().request().format().ratio()).isEqualTo(Ratio.PORTRAIT_9_16);
    }

    @Test
    void aRequestThatWasReadLateBecomesACard() {
        chat.writtenAgo(Duration.ofMinutes(11)).say("/video kite --now");
        assertThat(chat.jobs.orders).isEmpty();
        assertThat(chat.platform.sent).hasSize(2);
        assertThat(chat.platform.sent.getFirst().text()).startsWith("I was away");
        assertThat(chat.answer()).contains("Press Generate if you still want it");
        chat.say("/video kite two --now");
        assertThat(chat.platform.sent).hasSize(3);
    }

    @Test
    void withoutWordsItAsksForThem() {
        chat.say("/video");
        assertThat(chat.answer()).startsWith("What should the clip show?");
        assertThat(chat.labels()).doesNotContain("Generate");
        chat.say("a red kite");
        assertThat(chat.newest().card().orElseThrow().tone()).isEqualTo(Card.Tone.INFO);
        chat.pressLabel("Generate");
        assertThat(ordered().request().prompt().canonical()).isEqualTo("a red kite");
    }

    @Test
    void aBareCommandShowsTheOpenDraftAgain() {
        chat.say("/video a red kite").say("/video");
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a red kite");
    }

    @Test
    void whatIsDoneToAFileIsToldWithTheCardAndWithout() {
        chat.jobs.notes.add(Phrase.literal("image 1 is made smaller"));
        chat.say("/video kite");
        assertThat(chat.answer()).isEqualTo("Image 1 is made smaller");
        chat.say("/video kite --now");
        assertThat(chat.answer()).startsWith("On its way").endsWith("\nImage 1 is made smaller");
    }

    @Test
    void anUnknownModelLeavesTheMenusOnTheCard() {
        chat.say("/video kite --model nope");
        assertThat(chat.answer()).startsWith("There is no model nope.");
        assertThat(chat.newest().controls()).extracting(Control::id).anyMatch(id -> id.contains(":length:"));
    }

    @Test
    void aPictureIsTheFirstFrameUnlessTheMemberWantsAReference() {
        FakeUpload picture = FakeUpload.png("cat.png");
        chat.say("/video the cat jumps", picture);
        assertThat(chat.field("Files")).isEqualTo("picture = first frame");
        assertThat(chat.newest().card().orElseThrow().thumbnails()).hasSize(1);
        chat.pressLabel("Use as reference");
        assertThat(chat.field("Files")).isEqualTo("1 picture as reference");
        chat.pressLabel("Generate");
        assertThat(ordered().request().mode()).isEqualTo(Mode.REFERENCE);
        assertThat(picture.discards()).hasValue(1);
    }

    @Test
    void filesMayFollowOneByOneAndAsAnAlbum() {
        chat.say("/video a dance").say("", FakeUpload.png("a.png")).say("", FakeUpload.png("b.png"), FakeUpload.wav("c.wav"));
        assertThat(chat.field("Files")).isEqualTo("2 pictures, 1 sound as reference");
        chat.pressLabel("Remove files");
        assertThat(chat.newest().card().orElseThrow().field("Files")).isEmpty();
    }

    @Test
    void twoPicturesAreFirstAndLastAndCanBeSwapped() {
        chat.say("/video morning to night", FakeUpload.png("a.png"), FakeUpload.png("b.png"));
        assertThat(chat.field("Files")).isEqualTo("pictures = first and last frame");
        chat.pressLabel("Swap frames").pressLabel("Generate");
        assertThat(ordered().request().references()).extracting(reference -> reference.media().sha256().substring(63))
                .containsExactly("2", "1");
        assertThat(ordered().request().references()).extracting(reference -> reference.role())
                .containsExactly(Role.FIRST_FRAME, Role.LAST_FRAME);
    }

    @Test
    void fileOptionsOfAPlatformFillTheirRoles() {
        Upload last = FakeUpload.png("last.png");
        Upload first = FakeUpload.png("first.png");
        chat.inbox.accept(new Inbound.Invocation(
                chat.origin(), List.of("video"), Map.of("prompt", "kite"), Map.of("last", last, "first", first)));
        chat.pressLabel("Generate");
        assertThat(ordered().request().mode()).isEqualTo(Mode.FIRST_LAST_FRAME);
    }

    @Test
    void aTagWithoutItsFileIsSaidAndTheDraftKept() {
        chat.say("/video put @image2 beside @image1", FakeUpload.png("a.png"));
        assertThat(chat.answer()).isEqualTo(
                "The prompt says @image2, but there is only one image. Send the missing one, or change the tag.");
        assertThat(chat.labels()).doesNotContain("Generate");
        chat.say("", FakeUpload.png("b.png"));
        assertThat(chat.labels()).contains("Generate");
    }

    @Test
    void aPromptThatIsTooLongIsCountedAndTheDraftKept() {
        chat.say("/video " + "x".repeat(201));
        assertThat(chat.answer()).isEqualTo("The prompt has 201 characters; at most 200 fit. Please shorten it with Edit.");
        assertThat(chat.books.openCount()).isEqualTo(1);
    }

    @Test
    void thirteenFilesAreTooManyAndTheFirstTwelveKept() {
        Upload[] files = IntStream.rangeClosed(1, 13).mapToObj(n -> FakeUpload.png(n + ".png")).toArray(Upload[]::new);
        chat.say("/video kite", files);
        assertThat(chat.answer()).isEqualTo("That makes 13 files; a clip takes at most 12. I kept the first 12.");
        assertThat(chat.field("Files")).isEqualTo("12 pictures as reference");
        assertThat(files).allSatisfy(file -> assertThat(((FakeUpload) file).discards()).hasValue(1));
    }

    @Test
    void aTextFileNamedPngIsRefusedByItsContentAndTheDraftKept() {
        chat.say("/video kite", FakeUpload.of("cat.png", "hello"));
        assertThat(chat.answer()).isEqualTo("cat.png is no picture, clip or sound.");
        assertThat(chat.labels()).contains("Generate");
    }

    @Test
    void aWrongOptionKeepsTheOpenDraft() {
        chat.say("/video a red kite").say("/video --raito 9:16 --duration x");
        assertThat(chat.answer())
                .isEqualTo("There is no option --raito. Did you mean --ratio?\n"
                        + "--duration takes a whole number such as 8, not “x”.");
        chat.say("/video");
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a red kite");
    }

    @Test
    void anUnknownModelNamesTheKnownOnes() {
        chat.say("/video kite --model sora");
        assertThat(chat.answer()).isEqualTo("There is no model sora. Available: seedance.");
    }

    @Test
    void talkInAGroupDoesNotChangeAFinishedDraft() {
        chat.inGroup().say("/video a red kite").say("hello everybody");
        assertThat(chat.platform.sent).hasSize(1);
    }

    @Test
    void aDraftThatRanOutSaysAWordAndCannotBeUsed() {
        chat.say("/video kite");
        String generate = chat.control("Generate").id();
        chat.clock.advance(Duration.ofMinutes(31));
        chat.press(generate);
        assertThat(chat.answer()).contains("has run out");
        assertThat(chat.jobs.orders).isEmpty();
    }

    @Test
    void cancelEndsTheDraft() {
        chat.say("/video kite").pressLabel("Cancel");
        assertThat(chat.answer()).isEqualTo("Cancelled. Nothing was started or charged.");
        assertThat(chat.books.openCount()).isZero();
    }

    @Test
    void aPressThatWasReadLateShowsTheCardAgain() {
        chat.say("/video kite");
        String generate = chat.control("Generate").id();
        chat.writtenAgo(Duration.ofMinutes(11)).press(generate);
        assertThat(chat.jobs.orders).isEmpty();
        assertThat(chat.labels()).contains("Generate");
    }
}
