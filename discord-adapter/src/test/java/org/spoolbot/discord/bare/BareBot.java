package org.spoolbot.discord.bare;

import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** JDA and nothing else: acknowledges {@code /help} and answers it with a sentence. Arguments: API URL, gateway URL; the token is in DISCORD_TOKEN. */
public final class BareBot extends ListenerAdapter {
    private BareBot() {}

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        event.deferReply(true).queue(hook -> hook.editOriginal("There is no help.").queue());
    }

    /** Connects, registers its command, says "ready" and stays. */
    public static void main(String[] urls) throws InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        JDA jda = JDABuilder.createLight(System.getenv("DISCORD_TOKEN"), EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(new RestConfig().setBaseUrl(urls[0]))
                .setSessionController(at(urls[1]))
                .setEventPool(threads, true)
                .setCallbackPool(threads, false)
                .setRateLimitElastic(threads, false)
                .addEventListeners(new BareBot())
                .build()
                .awaitReady();
        jda.updateCommands().addCommands(Commands.slash("help", "no help")).complete();
        System.out.println("ready");
    }

    private static SessionControllerAdapter at(String gateway) {
        return new SessionControllerAdapter() {
            @Override
            public String getGateway() {
                return gateway;
            }
        };
    }
}
