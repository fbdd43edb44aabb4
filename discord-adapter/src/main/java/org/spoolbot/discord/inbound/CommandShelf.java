package org.spoolbot.discord.inbound;

import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** Where Discord keeps commands of ours. Both block, and throw {@code ErrorResponseException} when Discord refuses. */
interface CommandShelf {
    /** What is there. */
    List<CommandData> read();

    /** Puts these there and takes everything else away. */
    void replace(List<CommandData> commands);
}
