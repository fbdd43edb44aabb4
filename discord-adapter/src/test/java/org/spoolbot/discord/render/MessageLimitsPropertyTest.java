package org.spoolbot.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Progress;

/** Whatever the server says, Discord takes it. */
class MessageLimitsPropertyTest {
    private final MessageRenderer renderer = new MessageRenderer();

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aClassicMessageIsNeverMoreThanDiscordTakes(@ForAll("messages") Message message) {
        DataObject told = renderer.create(message, Layout.CLASSIC).toData();

        assertThat(told.getString("content")).hasSizeLessThanOrEqualTo(2_000);
        assertThat(told.getArray("components").length()).isLessThanOrEqualTo(5);
        assertThat(files(told)).hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates();
        told.getArray("embeds").stream(DataArray::getObject).forEach(MessageLimitsPropertyTest::checkEmbed);
        checkControls(told.getArray("components"));
        assertThat(PublishedDescription.faults("MessageCreateRequest", told)).isEmpty();
        DataObject edit = renderer.edit(message, Layout.CLASSIC).toData();
        assertThat(edit.getString("content")).isEqualTo(told.getString("content"));
        assertThat(PublishedDescription.faults("MessageEditRequestPartial", edit)).isEmpty();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aStackedMessageIsNeverMoreThanDiscordTakes(@ForAll("messages") Message message) {
        DataObject told = renderer.create(message, Layout.STACKED).toData();

        List<DataObject> all = tree(told.getArray("components")).toList();
        assertThat(all).hasSizeBetween(2, 40);
        assertThat(all.stream().filter(part -> part.getInt("type") == 10).mapToInt(part -> part.getString("content").length()).sum())
                .isLessThanOrEqualTo(4_000);
        assertThat(files(told)).hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates();
        checkControls(told.getArray("components").getObject(0).getArray("components"));
        assertThat(PublishedDescription.faults("MessageCreateRequest", told)).isEmpty();
        assertThat(PublishedDescription.faults("MessageEditRequestPartial", renderer.edit(message, Layout.STACKED).toData())).isEmpty();
    }

    private static void checkEmbed(DataObject embed) {
        List<DataObject> fields = parts(embed, "fields").toList();
        int facts = fields.stream().mapToInt(field -> field.getString("name").length() + field.getString("value").length()).sum();
        int title = embed.getString("title").length();
        int description = embed.getString("description", "").length();
        assertThat(title).isLessThanOrEqualTo(256);
        assertThat(description).isLessThanOrEqualTo(4_096);
        assertThat(fields).hasSizeLessThanOrEqualTo(25);
        assertThat(fields).allSatisfy(field -> assertThat(field.getString("name")).isNotBlank().hasSizeLessThanOrEqualTo(256));
        assertThat(fields).allSatisfy(field -> assertThat(field.getString("value")).isNotBlank().hasSizeLessThanOrEqualTo(1_024));
        assertThat(title + description + facts).isLessThanOrEqualTo(6_000);
    }

    private static void checkControls(DataArray components) {
        List<DataObject> controls = tree(components).filter(part -> part.hasKey("custom_id")).toList();
        assertThat(controls).extracting(control -> control.getString("custom_id")).doesNotHaveDuplicates();
        for (DataObject control : controls) {
            assertThat(control.getString("label", "x")).isNotBlank().hasSizeLessThanOrEqualTo(80);
            assertThat(control.getString("placeholder", "x")).hasSizeLessThanOrEqualTo(150);
            List<DataObject> options = parts(control, "options").toList();
            assertThat(options).hasSizeLessThanOrEqualTo(25).extracting(option -> option.getString("value")).doesNotHaveDuplicates();
            assertThat(options.stream().filter(option -> option.getBoolean("default", false))).hasSizeLessThanOrEqualTo(1);
        }
        components.stream(DataArray::getObject)
                .filter(part -> part.getInt("type") == 1)
                .forEach(row -> assertThat(row.getArray("components").length()).isBetween(1, 5));
    }

    private static Stream<DataObject> tree(DataArray components) {
        return components.stream(DataArray::getObject).flatMap(part -> Stream.concat(Stream.of(part), parts(part, "components").flatMap(
                inner -> tree(DataArray.empty().add(inner)))));
    }

    private static Stream<DataObject> parts(DataObject whole, String name) {
        return whole.optArray(name).stream().flatMap(parts -> parts.stream(DataArray::getObject));
    }

    private static List<String> files(DataObject told) {
        return parts(told, "attachments").map(file -> file.getString("filename")).toList();
    }

    @Provide
    Arbitrary<Message> messages() {
        Arbitrary<Optional<Card>> cards = cards().optional();
        Arbitrary<Message.Envelope> envelopes = Arbitraries.of(Message.Envelope.open(), Samples.calling(Samples.ADA), Samples.veiled());
        return Combinators.combine(texts(5_000), cards, controls(), attachments(), progress().optional(), envelopes)
                .as((text, card, controls, attachments, progress, envelope) ->
                        new Message(text, card, controls, attachments, progress, envelope));
    }

    private static Arbitrary<String> texts(int most) {
        Arbitrary<String> foreign = Arbitraries.strings().all().ofMaxLength(80);
        Arbitrary<String> markup = Arbitraries.of("*_~`|[]<>", "https://a.example/x ", "@everyone ", "\n# ", "😀", "word ", "  ", "\n");
        return Combinators.combine(foreign, markup, Arbitraries.integers().between(0, most))
                .as((one, other, length) -> one + other.repeat(length / other.length()));
    }

    private static Arbitrary<Card> cards() {
        Arbitrary<Card.Field> field = Combinators.combine(texts(400), texts(2_000), Arbitraries.of(true, false)).as(Card.Field::new);
        Arbitrary<MediaFile> picture = Arbitraries.of(MediaType.PNG, MediaType.JPEG, MediaType.HEIC).map(type -> Samples.file(type, 100));
        return Combinators.combine(texts(200), texts(5_000), field.list().ofMaxSize(20), picture.list().ofMaxSize(12), Arbitraries.of(Card.Tone.class))
                .as(Card::new);
    }

    private static Arbitrary<List<Control>> controls() {
        Arbitrary<String> ids = Arbitraries.integers().between(0, 40).map(number -> "v1:do:" + number);
        Arbitrary<Control> button = Combinators.combine(ids, texts(100), Arbitraries.of(Control.Style.class))
                .as((id, label, style) -> new Control.Button(id, label, style, Optional.empty()));
        Arbitrary<Control.Option> option =
                Combinators.combine(texts(120), texts(120), Arbitraries.of(true, false)).as(Control.Option::new);
        Arbitrary<Control> menu = Combinators.combine(ids, texts(200), option.list().ofMinSize(1).ofMaxSize(25))
                .as(Control.Select::new);
        return Arbitraries.oneOf(button, menu).list().ofMaxSize(25);
    }

    private static Arbitrary<List<Attachment>> attachments() {
        Arbitrary<String> names = Arbitraries.of("clip.mp4", "a b(1).mp4", "x".repeat(200) + ".mp4", "", "ä.mp4");
        return Combinators.combine(names, Arbitraries.of(MediaType.MP4, MediaType.MP3, MediaType.PNG))
                .as((name, type) -> new Attachment(name, Samples.file(type, 100), Optional.empty()))
                .list()
                .ofMaxSize(10);
    }

    private static Arbitrary<Progress> progress() {
        Arbitrary<OptionalDouble> fraction = Arbitraries.doubles().between(-1, 2).map(OptionalDouble::of);
        return Combinators.combine(texts(600), fraction, Arbitraries.integers().between(1, 5_000), texts(200).optional())
                .as((label, share, place, eta) -> new Progress(label, share, OptionalInt.of(place), eta));
    }
}
