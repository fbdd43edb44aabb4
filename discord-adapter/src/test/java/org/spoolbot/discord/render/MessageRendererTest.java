package org.spoolbot.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Progress;

class MessageRendererTest {
    private final MessageRenderer renderer = new MessageRenderer();

    private DataObject classic(Message message) {
        return renderer.create(message, Layout.CLASSIC).toData();
    }

    private DataObject container(Message message) {
        return renderer.create(message, Layout.STACKED).toData().getArray("components").getObject(0);
    }

    private static List<String> texts(DataObject container) {
        return container.getArray("components").stream(DataArray::getObject)
                .filter(part -> part.getInt("type") == 10)
                .map(part -> part.getString("content"))
                .toList();
    }

    private static List<DataObject> rows(DataArray components) {
        return components.stream(DataArray::getObject).filter(part -> part.getInt("type") == 1).toList();
    }

    private static List<String> ids(List<DataObject> rows) {
        return rows.stream()
                .flatMap(row -> row.getArray("components").stream(DataArray::getObject))
                .map(control -> control.getString("custom_id"))
                .toList();
    }

    private static List<Control> buttons(int count) {
        return IntStream.range(0, count).<Control>mapToObj(n -> Control.Button.of("v1:b:" + n, "Button " + n)).toList();
    }

    @Test
    void aClipCallsItsRequesterAndNobodyElse() {
        Message message = Message.of("Here is your clip, @everyone <@1>.").in(Samples.calling(Samples.ADA)).withAttachments(List.of(Samples.clip()));

        DataObject told = classic(message);

        assertThat(told.getString("content")).isEqualTo("<@80351110224678912> Here is your clip, \\@everyone \\<@1>.");
        assertThat(told.getObject("allowed_mentions").getArray("parse").toList()).isEmpty();
        assertThat(told.getObject("allowed_mentions").getArray("users").toList()).containsExactly("80351110224678912");
        assertThat(told.getObject("allowed_mentions").getBoolean("replied_user")).isFalse();
        assertThat(told.getArray("attachments").getObject(0).getString("filename")).isEqualTo("a-red-kite.mp4");
    }

    @Test
    void anEditCallsNobodyEither() {
        for (Layout layout : Layout.values()) {
            DataObject told = renderer.edit(Message.of("hi @everyone"), layout).toData();

            assertThat(told.getObject("allowed_mentions").getArray("parse").toList()).isEmpty();
            assertThat(told.getObject("allowed_mentions").hasKey("users")).isFalse();
        }
    }

    @Test
    void anEditLeavesNothingOfWhatStoodThere() {
        DataObject told = renderer.edit(Message.of("Cancelled."), Layout.CLASSIC).toData();

        assertThat(told.getString("content")).isEqualTo("Cancelled.");
        assertThat(told.getArray("embeds").toList()).isEmpty();
        assertThat(told.getArray("components").toList()).isEmpty();
        assertThat(told.getArray("attachments").toList()).isEmpty();
    }

    @Test
    void someoneOfAnotherPlatformIsNotCalled() {
        DataObject told = classic(Message.of("Ready.").in(Samples.calling(new Account("telegram", "5"))));

        assertThat(told.getString("content")).isEqualTo("Ready.");
        assertThat(told.getObject("allowed_mentions").hasKey("users")).isFalse();
    }

    @Test
    void whoReadsAloneNeedsNoCall() {
        assertThat(classic(Message.of("Ready.").in(Samples.calling(Samples.ADA)).forAskerOnly()).getString("content")).isEqualTo("Ready.");
    }

    @Test
    void aCardIsAnEmbedWithItsFactsAndPictures() {
        DataObject told = classic(Message.of("").with(Samples.card()));
        DataObject embed = told.getArray("embeds").getObject(0);

        assertThat(embed.getString("title")).isEqualTo("Your clip");
        assertThat(embed.getString("description")).isEqualTo("a \\*red\\* kite");
        assertThat(embed.getInt("color")).isEqualTo(0x5865F2);
        assertThat(embed.getArray("fields").getObject(0).getString("name")).isEqualTo("Length");
        assertThat(embed.getArray("fields").getObject(0).getBoolean("inline")).isTrue();
        assertThat(embed.getArray("fields").getObject(1).getBoolean("inline")).isFalse();
        assertThat(embed.getObject("thumbnail").getString("url")).isEqualTo("attachment://picture-1.png");
        assertThat(told.getArray("attachments").stream(DataArray::getObject).map(file -> file.getString("filename")))
                .containsExactly("picture-1.png", "picture-2.jpg");
    }

    @Test
    void eachToneHasItsColour() {
        assertThat(Stream.of(Card.Tone.values())
                        .map(tone -> classic(Message.of("").with(Samples.card().toned(tone))).getArray("embeds").getObject(0).getInt("color")))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPictureThatCannotBeMadeSmallAndIsLargeIsLeftOut() {
        Card card = new Card("t", "", List.of(), List.of(Samples.file(MediaType.PNG, 30 << 20), Samples.file(MediaType.HEIC, 9)), Card.Tone.INFO);

        assertThat(classic(Message.of("").with(card)).hasKey("attachments")).isFalse();
    }

    @Test
    void theProgressShowsABarThePlaceAndTheTimeLeft() {
        assertThat(classic(Message.of("A red kite").with(Samples.progress(0.37))).getString("content"))
                .isEqualTo("A red kite\nThe model is working.\n▰▰▰▱▱▱▱▱▱▱ 37 % · \\#3 · about 2–3 min");
    }

    @Test
    void aJobOfWhichNobodyKnowsHowFarItIsShowsNoBar() {
        Progress waiting = new Progress("Waiting.", OptionalDouble.empty(), OptionalInt.of(2), Optional.empty());
        Progress odd = new Progress("Odd.", OptionalDouble.of(Double.NaN), OptionalInt.empty(), Optional.empty());

        assertThat(classic(Message.of("").with(waiting)).getString("content")).isEqualTo("Waiting.\n\\#2");
        assertThat(classic(Message.of("").with(odd)).getString("content")).isEqualTo("Odd.\n▱▱▱▱▱▱▱▱▱▱ 0 %");
    }

    @Test
    void buttonsStandInRowsOfFive() {
        DataObject told = classic(Message.of("x").withControls(buttons(12)));

        assertThat(rows(told.getArray("components"))).extracting(row -> row.getArray("components").length()).containsExactly(5, 5, 2);
    }

    @Test
    void aButtonLooksAsItIsMeant() {
        List<Control> controls =
                List.of(Control.Button.primary("v1:a", "A"), Control.Button.of("v1:b", "B"), Control.Button.danger("v1:c", "C"));

        DataArray row = rows(classic(Message.of("x").withControls(controls)).getArray("components")).getFirst().getArray("components");

        assertThat(row.stream(DataArray::getObject).map(button -> button.getInt("style"))).containsExactly(1, 2, 4);
    }

    @Test
    void twoControlsOfTheSameIdAreOne() {
        List<Control> twins = List.of(Control.Button.of("v1:a", "A"), Control.Button.of("v1:a", "B"));

        assertThat(ids(rows(classic(Message.of("x").withControls(twins)).getArray("components")))).containsExactly("v1:a");
    }

    @Test
    void aMessageWithAMenuIsStacked() {
        assertThat(MessageRenderer.layoutOf(Message.of("x").withControls(List.of(Samples.menu("v1:len"))))).isEqualTo(Layout.STACKED);
        assertThat(MessageRenderer.layoutOf(Message.of("x").withControls(buttons(1)))).isEqualTo(Layout.CLASSIC);
    }

    @Test
    void aStackedCardShowsTextPicturesMenusAndButtonsInOneContainer() {
        Message message = Message.of("Check the length.").with(Samples.card()).withControls(List.of(Samples.menu("v1:len"), Control.Button.primary("v1:go", "Generate")));

        DataObject told = renderer.create(message, Layout.STACKED).toData();
        DataObject container = told.getArray("components").getObject(0);

        assertThat(told.getInt("flags") & (1 << 15)).isNotZero();
        assertThat(container.getInt("accent_color")).isEqualTo(0x5865F2);
        assertThat(texts(container)).containsExactly("Check the length.", "### Your clip\na \\*red\\* kite", "**Length** 5 s\n**Price** 0.50 USD");
        assertThat(container.getArray("components").getObject(3).getArray("items").length()).isEqualTo(2);
        assertThat(ids(rows(container.getArray("components")))).containsExactly("v1:len", "v1:go");
        DataObject menu = rows(container.getArray("components")).getFirst().getArray("components").getObject(0);
        assertThat(menu.getString("placeholder")).isEqualTo("Length");
        assertThat(menu.getArray("options").getObject(0).getBoolean("default")).isTrue();
    }

    @Test
    void whenNotAllFitsTheButtonsStayAndTheLastMenusGo() {
        List<Control> many = Stream.concat(IntStream.range(0, 10).mapToObj(n -> Samples.menu("v1:m:" + n)), buttons(15).stream())
                .map(Control.class::cast)
                .toList();

        List<String> stacked = ids(rows(container(Message.of("x").with(Samples.card()).withControls(many)).getArray("components")));
        List<String> classic = ids(rows(classic(Message.of("x").withControls(many)).getArray("components")));

        assertThat(stacked).hasSize(15 + 8).startsWith("v1:m:0", "v1:m:1").endsWith("v1:b:14");
        assertThat(classic).hasSize(15 + 2).startsWith("v1:m:0", "v1:m:1", "v1:b:0");
    }

    @Test
    void aStackedMessageCallsItsRequesterToo() {
        assertThat(texts(container(Message.of("Ready.").in(Samples.calling(Samples.ADA))))).containsExactly("<@80351110224678912> Ready.");
    }

    @Test
    void aVeiledClipIsVeiledInBothLayouts() {
        Message message = Message.of("x").with(Samples.card()).withAttachments(List.of(Samples.clip())).in(Samples.veiled());

        DataObject classic = classic(message);
        DataObject item = container(message).getArray("components").getObject(3).getArray("items").getObject(0);

        assertThat(classic.getArray("attachments").stream(DataArray::getObject).map(file -> file.getString("filename")))
                .containsExactly("SPOILER_a-red-kite.mp4", "SPOILER_picture-1.png", "SPOILER_picture-2.jpg");
        assertThat(classic.getArray("embeds").getObject(0).hasKey("thumbnail")).as("an unveiled picture").isFalse();
        assertThat(item.getBoolean("spoiler")).isTrue();
    }

    @Test
    void aSoundIsAFileOfItsOwnInAStackedMessage() {
        Attachment sound = new Attachment("wind.mp3", Samples.file(MediaType.MP3, 10), Optional.empty());

        assertThat(container(Message.of("x").withAttachments(List.of(sound))).getArray("components").getObject(1).getInt("type")).isEqualTo(13);
    }

    @Test
    void aMessageOfNothingButButtonsIsNotEmptyToDiscord() {
        assertThat(classic(Message.of(" \n ").withControls(buttons(1))).getString("content")).isEqualTo("\u200B");
        assertThat(texts(container(Message.of("").withControls(buttons(1))))).containsExactly("\u200B");
    }

    @Test
    void aFileIsReadWhenItIsSentAndAgainWhenItIsSentAgain(@TempDir Path folder) throws IOException {
        Path clip = Files.writeString(folder.resolve("clip.mp4"), "moving pictures");
        Attachment attachment = new Attachment("clip.mp4", Samples.file(MediaType.MP4, 15, clip), Optional.empty());

        FileUpload upload = renderer.create(Message.of("").withAttachments(List.of(attachment)), Layout.CLASSIC).getFiles().getFirst();

        for (int attempt = 0; attempt < 2; attempt++) {
            try (InputStream content = upload.getData()) {
                assertThat(content.readAllBytes()).asString().isEqualTo("moving pictures");
            }
        }
    }

    @Test
    void aPhotographIsShownSmallHoweverLargeItIs(@TempDir Path folder) throws IOException {
        Path photograph = folder.resolve("photograph.png");
        ImageIO.write(new BufferedImage(4_000, 1_000, BufferedImage.TYPE_INT_RGB), "png", photograph.toFile());
        Card card = new Card("t", "", List.of(), List.of(Samples.file(MediaType.PNG, 30 << 20, photograph)), Card.Tone.INFO);

        FileUpload shown = renderer.create(Message.of("").with(card), Layout.CLASSIC).getFiles().getFirst();

        try (InputStream content = shown.getData()) {
            BufferedImage small = ImageIO.read(content);
            assertThat(shown.getName()).isEqualTo("picture-1.jpg");
            assertThat(small.getWidth()).isEqualTo(320);
            assertThat(small.getHeight()).isEqualTo(80);
        }
    }

    @Test
    void aFileThatIsGoneFailsTheSendingAndNotTheDrawing() {
        FileUpload upload = renderer.create(Message.of("").withAttachments(List.of(Samples.clip())), Layout.CLASSIC).getFiles().getFirst();

        assertThat(upload).isNotNull().satisfies(file -> org.assertj.core.api.Assertions.assertThatIOException()
                .isThrownBy(() -> file.getData().readAllBytes()));
    }
}
