package org.spoolbot.discord.inbound;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;

/** The commands of everywhere, or those of one Discord server. */
record DiscordShelf(RestAction<List<Command>> reading, Supplier<CommandListUpdateAction> writing) implements CommandShelf {
    static CommandShelf everywhere(JDA jda) {
        return new DiscordShelf(jda.retrieveCommands(true), jda::updateCommands);
    }

    /** Empty while the bot is no member there. */
    static Optional<CommandShelf> of(JDA jda, String guildId) {
        Guild guild = jda.getShardManager() == null
                ? jda.getGuildById(guildId)
                : jda.getShardManager().getGuildById(guildId);
        return Optional.ofNullable(guild).map(server -> new DiscordShelf(server.retrieveCommands(true), server::updateCommands));
    }

    @Override
    public List<CommandData> read() {
        return reading.complete().stream()
                .filter(command -> command.getType() != Command.Type.UNKNOWN)
                .map(CommandData::fromCommand)
                .toList();
    }

    @Override
    public void replace(List<CommandData> commands) {
        writing.get().addCommands(commands).complete();
    }
}
