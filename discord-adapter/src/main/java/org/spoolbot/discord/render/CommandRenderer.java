package org.spoolbot.discord.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.CommandSpec.Place;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.platform.ChatInbox;

/** The server's commands as Discord's: slash commands, and what can be done with a message. Pure. */
public final class CommandRenderer {
    private static final int ALL_TEXT = 8_000;
    private static final List<Thrift> THRIFT = List.of(
            new Thrift(CommandData.MAX_DESCRIPTION_LENGTH, true),
            new Thrift(60, true),
            new Thrift(30, true),
            new Thrift(30, false),
            new Thrift(10, false),
            new Thrift(1, false));

    private final ChatInbox inbox;
    private final boolean userInstall;
    private final Words words;

    /**
     * For the commands of that server.
     *
     * @param userInstall whether people may take the bot along to servers that it is no member of
     */
    public CommandRenderer(ChatInbox inbox, boolean userInstall) {
        this.inbox = inbox;
        this.userInstall = userInstall;
        this.words = new Words(inbox);
    }

    /** All that is registered with Discord, in an order that stays the same while the commands do. */
    public List<CommandData> render() {
        List<ChatInbox.MenuEntry> menu = inbox.menu();
        List<Words.Named> names = menu.stream().map(entry -> named(entry.spec())).toList();
        Stream<CommandData> slash = menu.stream().limit(Commands.MAX_SLASH_COMMANDS).map(entry -> slash(entry, names));
        return Stream.concat(slash, labelled().entrySet().stream().map(entry -> message(entry.getKey(), entry.getValue())))
                .toList();
    }

    /** What a message command of Discord stands for. */
    public Optional<ChatInbox.MessageAction> messageAction(String discordName) {
        return Optional.ofNullable(labelled().get(discordName));
    }

    private Map<String, ChatInbox.MessageAction> labelled() {
        Map<String, ChatInbox.MessageAction> labelled = new LinkedHashMap<>();
        inbox.messageActions().stream()
                .limit(Commands.MAX_MESSAGE_COMMANDS)
                .forEach(action -> labelled.putIfAbsent(words.description(action.labelKey(), CommandData.MAX_NAME_LENGTH), action));
        return labelled;
    }

    private CommandData message(String label, ChatInbox.MessageAction action) {
        return Commands.message(label)
                .setNameLocalizations(words.descriptions(action.labelKey(), CommandData.MAX_NAME_LENGTH))
                .setContexts(contexts(Place.ANYWHERE))
                .setIntegrationTypes(integrations());
    }

    /** As many words as fit: descriptions are shortened first, then choices are searched instead of shown. */
    private CommandData slash(ChatInbox.MenuEntry entry, List<Words.Named> siblings) {
        return THRIFT.stream()
                .map(thrift -> slash(entry, siblings, thrift))
                .filter(command -> TextCount.of(command) <= ALL_TEXT)
                .findFirst()
                .orElseGet(() -> slash(entry, siblings, THRIFT.getLast()));
    }

    private SlashCommandData slash(ChatInbox.MenuEntry entry, List<Words.Named> siblings, Thrift thrift) {
        int length = thrift.length();
        CommandSpec spec = entry.spec();
        SlashCommandData command = Commands.slash(spec.name(), words.description(spec.descriptionKey(), length))
                .setNameLocalizations(words.names(named(spec), siblings))
                .setDescriptionLocalizations(words.descriptions(spec.descriptionKey(), length))
                .setDefaultPermissions(permissions(entry.from()))
                .setContexts(contexts(spec.place()))
                .setIntegrationTypes(integrations());
        OptionRenderer options = new OptionRenderer(inbox, words, spec.name(), thrift);
        if (spec.subcommands().isEmpty()) {
            return command.addOptions(options.render(spec.options()));
        }
        addParts(command, spec, options);
        return command;
    }

    private void addParts(SlashCommandData command, CommandSpec spec, OptionRenderer options) {
        List<CommandSpec> parts = fitting(spec.subcommands());
        for (CommandSpec part : parts) {
            if (part.subcommands().isEmpty()) {
                command.addSubcommands(subcommand(part, parts, options));
            } else {
                command.addSubcommandGroups(group(part, parts, options));
            }
        }
    }

    private SubcommandGroupData group(CommandSpec spec, List<CommandSpec> siblings, OptionRenderer options) {
        List<CommandSpec> parts = fitting(spec.subcommands());
        return new SubcommandGroupData(spec.name(), words.description(spec.descriptionKey(), options.thrift().length()))
                .setNameLocalizations(words.names(named(spec), named(siblings)))
                .setDescriptionLocalizations(words.descriptions(spec.descriptionKey(), options.thrift().length()))
                .addSubcommands(parts.stream().map(part -> subcommand(part, parts, options)).toList());
    }

    private SubcommandData subcommand(CommandSpec spec, List<CommandSpec> siblings, OptionRenderer options) {
        return new SubcommandData(spec.name(), words.description(spec.descriptionKey(), options.thrift().length()))
                .setNameLocalizations(words.names(named(spec), named(siblings)))
                .setDescriptionLocalizations(words.descriptions(spec.descriptionKey(), options.thrift().length()))
                .addOptions(options.render(spec.options()));
    }

    private static List<CommandSpec> fitting(List<CommandSpec> parts) {
        return parts.stream().limit(CommandData.MAX_OPTIONS).toList();
    }

    private static Words.Named named(CommandSpec spec) {
        return new Words.Named(spec.name(), spec.descriptionKey());
    }

    private static List<Words.Named> named(List<CommandSpec> specs) {
        return specs.stream().map(CommandRenderer::named).toList();
    }

    /**
     * What Discord hides from whom by default; whether somebody may is checked again at each call. Discord takes permissions together
     * only, and whoever manages a server must see what its moderators may: those are shown it in the server's own settings.
     */
    private static DefaultMemberPermissions permissions(Optional<Standing> from) {
        return from.map(standing -> switch (standing) {
                    case MEMBER -> DefaultMemberPermissions.ENABLED;
                    case MODERATOR, ADMINISTRATOR -> DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER);
                })
                .orElse(DefaultMemberPermissions.DISABLED);
    }

    private List<InteractionContextType> contexts(Place place) {
        return switch (place) {
            case COMMUNITY -> List.of(InteractionContextType.GUILD);
            case ANYWHERE -> userInstall
                    ? List.of(InteractionContextType.GUILD, InteractionContextType.BOT_DM, InteractionContextType.PRIVATE_CHANNEL)
                    : List.of(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
        };
    }

    private List<IntegrationType> integrations() {
        return userInstall
                ? List.of(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL)
                : List.of(IntegrationType.GUILD_INSTALL);
    }
}
