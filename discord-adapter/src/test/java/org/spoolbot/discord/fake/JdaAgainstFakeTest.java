package org.spoolbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.testkit.SettableClock;

/** A plain JDA bot goes through the fake as through Discord. */
class JdaAgainstFakeTest {
    private final SettableClock clock = new SettableClock(Instant.now());
    private final FakeDiscord discord = FakeDiscord.start(clock);
    private final Guild guild = discord.world().guild("Makers");
    private final Channel channel = guild.general();
    private JDA bot;

    @BeforeEach
    void connect() throws InterruptedException {
        bot = PlainBot.connect(discord, new Bot());
        bot.updateCommands()
                .addCommands(
                        Commands.slash("video", "Makes a clip")
                                .addOption(OptionType.STRING, "prompt", "What to show")
                                .addOption(OptionType.STRING, "model", "Which model", false, true)
                                .addOption(OptionType.ATTACHMENT, "image", "A picture"),
                        Commands.message("Use as reference"))
                .complete();
    }

    @AfterEach
    void leave() throws InterruptedException {
        bot.shutdown();
        bot.awaitShutdown(Duration.ofSeconds(5));
        List<String> faults = discord.violations().all();
        discord.close();
        assertThat(faults).isEmpty();
    }

    @Test
    void commandIsAnsweredLaterWithClipAndButtonsAndAskerSeesIt() {
        Keyboard ada = discord.person("ada").in(channel);

        Interaction asked = ada.slash("video", Map.of("prompt", "a red kite", "image", PickedFile.picture("kite.png")));

        assertThat(asked.acknowledgement().type()).isEqualTo(Callback.DEFER_MESSAGE);
        Message answer = asked.original();
        assertThat(answer.content()).isEqualTo("a red kite with kite.png");
        assertThat(answer.files()).containsExactly("clip.mp4");
        assertThat(answer.buttons()).containsExactly("Again");
        assertThat(ada.sees()).extracting(Message::id).containsExactly(answer.id());
    }

    @Test
    void buttonOpensFormAndFormTakesFile() {
        Keyboard ada = discord.person("ada").in(channel);
        Message answer = ada.slash("video", Map.of("prompt", "a kite")).original();

        Interaction press = ada.press(answer, answer.customId("Again"));
        assertThat(press.modal().path("title").asText()).isEqualTo("New clip");
        Interaction sent = ada.submit(press, Map.of("prompt", "two kites", "files", List.of(PickedFile.picture("a.png"), PickedFile.picture("b.png"))));

        assertThat(sent.original().content()).isEqualTo("two kites from 2 files");
        assertThat(sent.original().ephemeral()).isTrue();
        assertThat(channel.messages()).hasSize(1);
    }

    @Test
    void optionCompletesWhileItIsTyped() {
        assertThat(discord.person("ada").in(channel).autocomplete("video", "model", "ve", Map.of("prompt", "x")).choices()).containsExactly("veo", "vega");
    }

    @Test
    void messageIsPointedAt() {
        Keyboard ada = discord.person("ada").in(channel);
        Message said = ada.say("look at that");

        assertThat(ada.messageCommand("Use as reference", said).original().content()).isEqualTo("look at that");
    }

    @Test
    void mentionIsHeardAndAnsweredByReplyInThread() {
        Channel thread = channel.thread("kites");
        Person ada = discord.person("ada");
        Message said = ada.in(thread).say(discord.world().bot().mention() + " hello");

        Message reply = thread.await(message -> message.content().equals("heard you"));

        assertThat(reply.repliesTo()).contains(said.id());
        assertThat(reply.pings()).containsExactly(ada.user().id());
    }

    @Test
    void privateMessageIsHeardAndAnswered() {
        Person ada = discord.person("ada");
        ada.privately().say("hello");

        assertThat(ada.privateChannel().await(message -> message.content().equals("heard you")).content()).isEqualTo("heard you");
    }

    @Test
    void personBringsBotIntoForeignGuild() {
        bot.updateCommands()
                .addCommands(Commands.slash("video", "Makes a clip")
                        .addOption(OptionType.STRING, "prompt", "What to show")
                        .setIntegrationTypes(IntegrationType.ALL)
                        .setContexts(InteractionContextType.ALL))
                .complete();
        Channel foreign = discord.world().foreignGuild("Elsewhere").general();

        assertThat(discord.person("ada").installs().in(foreign).slash("video", Map.of("prompt", "a kite")).original().content()).isEqualTo("a kite");
        assertThat(discord.person("bo").installs().privately().slash("video", Map.of("prompt", "a kite")).original().content()).isEqualTo("a kite");
    }

    private static final class Bot extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            event.deferReply().queue();
            String image = event.getOption("image", "", option -> " with " + option.getAsAttachment().getFileName());
            event.getHook()
                    .editOriginal(event.getOption("prompt").getAsString() + image)
                    .setFiles(FileUpload.fromData(new byte[200_000], "clip.mp4"))
                    .setComponents(ActionRow.of(Button.primary("again", "Again")))
                    .queue();
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            event.replyModal(Modal.create("form", "New clip")
                            .addComponents(
                                    Label.of("Prompt", TextInput.create("prompt", TextInputStyle.PARAGRAPH).build()),
                                    Label.of("Files", AttachmentUpload.create("files").setRequiredRange(0, 10).build()))
                            .build())
                    .queue();
        }

        @Override
        public void onModalInteraction(ModalInteractionEvent event) {
            int files = event.getValue("files").getAsAttachmentList().size();
            event.reply(event.getValue("prompt").getAsString() + " from " + files + " files").setEphemeral(true).queue();
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            event.replyChoiceStrings("veo", "vega").queue();
        }

        @Override
        public void onMessageContextInteraction(MessageContextInteractionEvent event) {
            event.reply(event.getTarget().getContentRaw()).queue();
        }

        @Override
        public void onMessageReceived(MessageReceivedEvent event) {
            if (!event.getAuthor().isBot() && event.getMessage().getContentRaw().contains("hello")) {
                event.getMessage().reply("heard you").queue();
            }
        }
    }
}
