package org.spoolbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.testkit.SettableClock;

/** What JDA builds of components, embeds and files comes back as Discord would give it. */
class JdaComponentsTest {
    private final FakeDiscord discord = FakeDiscord.start(new SettableClock(Instant.now()));
    private final Channel channel = discord.world().guild("Makers").general();
    private final Keyboard ada = discord.person("ada").in(channel);
    private JDA bot;

    @BeforeEach
    void connect() throws InterruptedException {
        bot = PlainBot.connect(discord, new Bot());
        bot.updateCommands().addCommands(Commands.slash("stack", "All at once"), Commands.slash("hidden", "For the asker")).complete();
    }

    @AfterEach
    void leave() throws InterruptedException {
        bot.shutdown();
        bot.awaitShutdown(Duration.ofSeconds(5));
        List<String> faults = discord.violations().all();
        discord.close();
        assertThat(faults).isEmpty();
    }

    private TextChannel jdaChannel() {
        return bot.getTextChannelById(channel.id());
    }

    @Test
    void stackedCardShowsEverythingAndMenuChangesIt() {
        Message card = ada.slash("stack").original();
        assertThat(card.text()).contains("A card", "Duration", "Go", "In a section");
        assertThat(card.files()).containsExactlyInAnyOrder("kite.png", "notes.txt");

        Interaction choice = ada.choose(card, card.customId("Duration"), "5");

        assertThat(choice.original().text()).contains("5 seconds");
        assertThat(choice.original().id()).isEqualTo(card.id());
    }

    @Test
    void formOfCardUpdatesCard() {
        Message card = ada.slash("stack").original();
        Interaction press = ada.press(card, card.customId("Go"));

        Interaction sent = ada.submit(press, Map.of("ratio", "16:9", "prompt", "kites"));

        assertThat(sent.original().text()).contains("kites at 16:9");
        assertThat(channel.messages()).hasSize(1);
    }

    @Test
    void hiddenAnswerIsFollowedByHiddenAndOpenOnes() {
        Interaction asked = ada.slash("hidden");

        assertThat(asked.original().ephemeral()).isTrue();
        assertThat(asked.followUps(2)).allMatch(Message::ephemeral);
        assertThat(ada.awaits(message -> message.content().equals("changed")).ephemeral()).isTrue();
        assertThat(channel.messages()).isEmpty();
    }

    @Test
    void clipIsSentAsReplyWithEmbedSpoilerAndButtons() {
        Message asked = ada.say("make it");
        jdaChannel()
                .sendMessage("done <@" + asked.json().path("author").path("id").asText() + ">")
                .setMessageReference(asked.id())
                .setEmbeds(new EmbedBuilder().setTitle("Clip").addField("Model", "veo", true).setFooter("1 of 2").build())
                .addFiles(FileUpload.fromData(new byte[50_000], "clip.mp4").asSpoiler())
                .addComponents(ActionRow.of(Button.secondary("info", "Info")))
                .setNonce("job-7")
                .complete();

        Message clip = channel.await(message -> message.repliesTo().isPresent());

        assertThat(clip.text()).contains("Clip", "Model", "veo", "1 of 2", "Info");
        assertThat(clip.spoilers()).isEqualTo(clip.files());
        assertThat(clip.json().path("nonce").asText()).isEqualTo("job-7");
    }

    @Test
    void editedMessageLosesItsFileWhenItIsReplaced() {
        net.dv8tion.jda.api.entities.Message sent = jdaChannel().sendFiles(FileUpload.fromData(new byte[10], "a.txt")).complete();

        sent.editMessage("no file").setReplace(true).complete();
        sent.delete().complete();

        assertThat(discord.traffic().of("PATCH /channels/{}/messages/{}")).hasSize(1);
        assertThat(channel.messages()).isEmpty();
    }

    @Test
    void jdaWaitsOutRateLimitAndSendsAll() {
        discord.faults().rateLimit("POST /channels/{}/messages", Duration.ofMillis(20), 2);

        jdaChannel().sendMessage("through").complete();

        assertThat(channel.messages()).extracting(Message::content).containsExactly("through");
    }

    @Test
    void jdaTellsWhyMessageWasRefused() {
        TextChannel jda = jdaChannel();
        discord.faults().error("POST /channels/{}/messages", 413, 40005, "Request entity too large", 1);

        ErrorResponseException refusal = catchThrowableOfType(
                ErrorResponseException.class, () -> jda.sendMessage("x").complete());

        assertThat(refusal.getErrorCode()).isEqualTo(40005);
    }

    private static final class Bot extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            if (event.getName().equals("hidden")) {
                event.reply("hidden").setEphemeral(true).queue(hook -> {
                    hook.sendMessage("hidden too").setEphemeral(true).queue();
                    hook.sendMessage("will change").setEphemeral(true).queue(sent -> hook.editMessageById(sent.getId(), "changed").queue());
                });
                return;
            }
            event.replyComponents(
                            Container.of(
                                    TextDisplay.of("## A card"),
                                    Section.of(Button.link("https://example.org", "Site"), TextDisplay.of("In a section")),
                                    Separator.createDivider(Separator.Spacing.SMALL),
                                    MediaGallery.of(MediaGalleryItem.fromFile(FileUpload.fromData(new byte[10], "kite.png"))),
                                    FileDisplay.fromFile(FileUpload.fromData(new byte[10], "notes.txt"))),
                            ActionRow.of(StringSelectMenu.create("duration").setPlaceholder("Duration").addOption("5 seconds", "5").build()),
                            ActionRow.of(Button.success("go", "Go")))
                    .useComponentsV2()
                    .queue();
        }

        @Override
        public void onStringSelectInteraction(StringSelectInteractionEvent event) {
            event.editComponents(TextDisplay.of(event.getValues().getFirst() + " seconds")).useComponentsV2().queue();
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            event.replyModal(Modal.create("form", "Clip")
                            .addComponents(
                                    TextDisplay.of("Say what you want"),
                                    Label.of("Ratio", StringSelectMenu.create("ratio").addOption("16:9", "16:9").addOption("1:1", "1:1").build()),
                                    Label.of("Prompt", TextInput.create("prompt", TextInputStyle.SHORT).setMaxLength(100).build()))
                            .build())
                    .queue();
        }

        @Override
        public void onModalInteraction(ModalInteractionEvent event) {
            String words = event.getValue("prompt").getAsString() + " at " + event.getValue("ratio").getAsStringList().getFirst();
            event.deferEdit().queue();
            event.getHook().editOriginalComponents(TextDisplay.of(words)).useComponentsV2().queue();
        }
    }
}
