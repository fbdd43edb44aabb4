package org.spoolbot.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.testkit.RecordingInbox;

class CommandRendererTest {
    private static DataObject only(RecordingInbox inbox) {
        return rendered(inbox, false).getFirst();
    }

    /** Whatever is rendered is of the shape that Discord published. */
    private static List<DataObject> rendered(RecordingInbox inbox, boolean userInstall) {
        List<DataObject> commands = new CommandRenderer(inbox, userInstall).render().stream().map(CommandData::toData).toList();
        assertThat(commands).allSatisfy(command -> assertThat(PublishedDescription.faults("ApplicationCommandUpdateRequest", command)).isEmpty());
        return commands;
    }

    private static RecordingInbox with(CommandSpec... commands) {
        return new RecordingInbox(List.of(commands));
    }

    private static DataObject option(DataObject command, String name) {
        return options(command).stream().filter(option -> option.getString("name").equals(name)).findFirst().orElseThrow();
    }

    private static List<DataObject> options(DataObject command) {
        return command.getArray("options").stream(DataArray::getObject).toList();
    }

    private static List<String> names(List<DataObject> parts) {
        return parts.stream().map(part -> part.getString("name")).toList();
    }

    private static OptionSpec named(String name, Type type) {
        return OptionSpec.named(name, "option." + name, type);
    }

    private static CommandSpec video(OptionSpec... options) {
        return CommandSpec.of("video", "command.video", List.of(options));
    }

    @Test
    void everyKindOfOptionIsWhatDiscordCallsIt() {
        DataObject command = only(with(video(
                named("prompt", Type.TEXT),
                named("duration", Type.INTEGER),
                named("audio", Type.FLAG),
                named("friend", Type.MEMBER),
                named("job", Type.JOB),
                named("first", Type.ATTACHMENT))));

        assertThat(options(command)).extracting(option -> option.getInt("type")).containsExactly(3, 4, 5, 6, 3, 11);
        assertThat(option(command, "job").getBoolean("autocomplete")).isTrue();
        assertThat(option(command, "prompt").getBoolean("autocomplete")).isFalse();
    }

    @Test
    void requiredOptionsComeFirstAndTheOthersKeepTheirOrder() {
        DataObject command = only(with(video(
                named("b", Type.TEXT),
                named("a", Type.TEXT),
                named("needed", Type.TEXT).as(Presence.REQUIRED))));

        assertThat(names(options(command))).containsExactly("needed", "b", "a");
        assertThat(option(command, "needed").getBoolean("required")).isTrue();
    }

    @Test
    void fewChoicesArePickedAndManyAreSearched() {
        List<String> many = IntStream.rangeClosed(1, 26).mapToObj(String::valueOf).toList();
        DataObject command = only(with(video(
                named("ratio", Type.TEXT).choosing(List.of("16:9", "9:16")),
                named("many", Type.TEXT).choosing(many),
                named("long", Type.TEXT).choosing(List.of("x".repeat(101))))));

        assertThat(option(command, "ratio").getArray("choices").stream(DataArray::getObject).map(choice -> choice.getString("value")))
                .containsExactly("16:9", "9:16");
        assertThat(option(command, "many").getBoolean("autocomplete")).isTrue();
        assertThat(option(command, "many").hasKey("choices") && option(command, "many").getArray("choices").length() > 0).isFalse();
        assertThat(option(command, "long").getBoolean("autocomplete")).isTrue();
    }

    @Test
    void whatTheServerOffersWhileTypingGoesBeforeFixedChoices() {
        DataObject command = only(with(video(
                        named("ratio", Type.TEXT).choosing(List.of("16:9")),
                        named("duration", Type.INTEGER).between(1, 60),
                        named("audio", Type.FLAG)))
                .offering("video", "ratio")
                .offering("video", "duration")
                .offering("video", "audio"));

        assertThat(option(command, "ratio").getBoolean("autocomplete")).isTrue();
        assertThat(option(command, "duration").getBoolean("autocomplete")).isTrue();
        assertThat(option(command, "audio").getInt("type")).isEqualTo(5);
    }

    @Test
    void aPersonOrAnotherWordIsWrittenWithTheWordsOffered() {
        DataObject who = option(only(with(video(named("who", Type.MEMBER))).offering("video", "who")), "who");

        assertThat(who.getInt("type")).isEqualTo(3);
        assertThat(who.getBoolean("autocomplete")).isTrue();
    }

    @Test
    void boundsAreKeptByDiscordAlready() {
        DataObject command = only(with(video(
                named("duration", Type.INTEGER).between(2, 60),
                named("seed", Type.INTEGER),
                named("note", Type.TEXT).between(1, 200),
                named("novel", Type.TEXT).between(0, 100_000))));

        assertThat(option(command, "duration").getInt("min_value")).isEqualTo(2);
        assertThat(option(command, "duration").getInt("max_value")).isEqualTo(60);
        assertThat(option(command, "seed").getInt("max_value")).isEqualTo(Integer.MAX_VALUE);
        assertThat(option(command, "note").getInt("min_length")).isEqualTo(1);
        assertThat(option(command, "note").getInt("max_length")).isEqualTo(200);
        assertThat(option(command, "novel").hasKey("min_length")).isFalse();
        assertThat(option(command, "novel").getInt("max_length")).isEqualTo(6_000);
    }

    @Test
    void groupsAreTwoDeep() {
        CommandSpec set = CommandSpec.of("set", "command.set", List.of(named("who", Type.MEMBER).as(Presence.REQUIRED)));
        CommandSpec quota = CommandSpec.group("quota", "command.quota", List.of(set));
        CommandSpec reload = CommandSpec.of("reload", "command.reload", List.of());

        DataObject admin = only(with(CommandSpec.group("admin", "command.admin", List.of(quota, reload))));

        assertThat(options(admin)).extracting(part -> part.getInt("type")).containsExactly(2, 1);
        assertThat(names(options(option(admin, "quota")))).containsExactly("set");
        assertThat(names(options(option(option(admin, "quota"), "set")))).containsExactly("who");
    }

    @Test
    void discordHidesACommandFromThoseWhoMayNotCallIt() {
        DataObject free = only(with(video()));
        DataObject admins = only(with(video().requiring(new PermissionNode("spoolbot.admin"))));

        assertThat(free.isNull("default_member_permissions")).isTrue();
        assertThat(admins.getString("default_member_permissions")).isEqualTo(String.valueOf(1L << 5));
    }

    @Test
    void aCommandIsOfferedWhereItWorks() {
        RecordingInbox inbox = with(video(), CommandSpec.of("ban", "command.ban", List.of()).inCommunities());

        List<DataObject> atHome = rendered(inbox, false);
        List<DataObject> everywhere = rendered(inbox, true);

        assertThat(atHome).extracting(command -> command.getArray("contexts").toList().toString()).containsExactly("[0, 1]", "[0]");
        assertThat(everywhere).extracting(command -> command.getArray("contexts").toList().toString()).containsExactly("[0, 1, 2]", "[0]");
        assertThat(atHome.getFirst().getArray("integration_types").toList()).hasSize(1);
        assertThat(everywhere.getFirst().getArray("integration_types").toList()).hasSize(2);
    }

    @Test
    void membersReadNamesAndDescriptionsInTheirOwnLanguage() {
        DataObject command = only(with(video(named("prompt", Type.TEXT)))
                .text(Locale.ENGLISH, "command.video", "make a clip")
                .text(Locale.GERMAN, "command.video", "mach einen Clip")
                .text(Locale.GERMAN, "option.prompt", "was zu sehen ist")
                .localName(Locale.GERMAN, "option.prompt", "Beschreibung")
                .localName(Locale.GERMAN, "command.video", "nicht erlaubt!"));

        assertThat(command.getString("description")).isEqualTo("make a clip");
        assertThat(command.getObject("description_localizations").toMap()).containsOnlyKeys("de").containsValue("mach einen Clip");
        assertThat(command.getObject("name_localizations").toMap()).isEmpty();
        assertThat(option(command, "prompt").getObject("name_localizations").toMap()).containsOnlyKeys("de").containsValue("beschreibung");
    }

    @Test
    void twoOptionsNeverGetTheSameLocalName() {
        DataObject command = only(with(video(named("length", Type.TEXT), named("size", Type.TEXT), named("shape", Type.TEXT)))
                .localName(Locale.GERMAN, "option.length", "größe")
                .localName(Locale.GERMAN, "option.size", "größe")
                .localName(Locale.GERMAN, "option.shape", "size"));

        assertThat(options(command)).allSatisfy(option -> assertThat(option.getObject("name_localizations").toMap()).isEmpty());
    }

    @Test
    void aMessageCommandCarriesItsLabelAndLeadsBackToItsAction() {
        RecordingInbox inbox = with()
                .messageAction("remix", "menu.remix")
                .messageAction("reference", "menu.reference")
                .text(Locale.ENGLISH, "menu.remix", "Remix this clip")
                .text(Locale.GERMAN, "menu.remix", "Neu abmischen")
                .text(Locale.ENGLISH, "menu.reference", "Use as reference");

        List<DataObject> commands = rendered(inbox, false);
        CommandRenderer renderer = new CommandRenderer(inbox, false);

        assertThat(commands).extracting(command -> command.getInt("type")).containsOnly(3);
        assertThat(names(commands)).containsExactly("Remix this clip", "Use as reference");
        assertThat(commands.getFirst().getObject("name_localizations").getString("de")).isEqualTo("Neu abmischen");
        assertThat(renderer.messageAction("Remix this clip")).hasValueSatisfying(action -> assertThat(action.action()).isEqualTo("remix"));
        assertThat(renderer.messageAction("Something else")).isEmpty();
    }

    @Test
    void longDescriptionsAreCutSoThatACommandOfManyPartsIsStillTaken() {
        OptionSpec[] options = IntStream.range(0, 30)
                .mapToObj(n -> OptionSpec.named("option" + n, "long", Type.TEXT).choosing(IntStream.range(0, 25).mapToObj(c -> "choice" + c).toList()))
                .toArray(OptionSpec[]::new);

        RecordingInbox inbox = with(video(options)).text(Locale.ENGLISH, "long", "word ".repeat(50)).text(Locale.GERMAN, "long", "Wort ".repeat(60));
        CommandData command = new CommandRenderer(inbox, false).render().getFirst();

        assertThat(TextCount.of(command)).isLessThanOrEqualTo(8_000);
        assertThat(options(command.toData())).hasSize(25);
        assertThat(option(command.toData(), "option0").getString("description")).endsWith("…");
        assertThat(option(command.toData(), "option0").getBoolean("autocomplete")).as("its choices are searched").isTrue();
    }

    @Test
    void aCommandWithAllTheWordsItMayHaveStaysBelowTheLimit() {
        List<CommandSpec> parts = IntStream.range(0, 20)
                .mapToObj(n -> CommandSpec.of("part" + n, "long", IntStream.range(0, 6).mapToObj(o -> OptionSpec.named("option" + o, "long", Type.TEXT)).toList()))
                .toList();
        RecordingInbox inbox = with(CommandSpec.group("admin", "long", parts)).text(Locale.ENGLISH, "long", "word ".repeat(50));

        CommandData command = new CommandRenderer(inbox, false).render().getFirst();

        assertThat(TextCount.of(command)).isBetween(1_000, 8_000);
        assertThat(options(command.toData())).hasSize(20);
    }

    @Test
    void theSameCommandsAreRenderedTheSame() {
        RecordingInbox inbox = with(video(named("a", Type.TEXT))).text(Locale.GERMAN, "command.video", "mach").messageAction("remix", "r");

        assertThat(rendered(inbox, false)).map(DataObject::toString).isEqualTo(rendered(inbox, false).stream().map(DataObject::toString).toList());
    }
}
