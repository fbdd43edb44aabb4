package org.spoolbot.discord.fake;

import java.util.EnumSet;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** JDA as it comes, with the intents of our adapter. */
final class PlainBot {
    private PlainBot() {}

    static JDA connect(FakeDiscord discord, ListenerAdapter listener) throws InterruptedException {
        return JDABuilder.createLight(discord.token(), EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES))
                .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl().toString()))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return discord.gatewayUrl().toString();
                    }
                })
                .setEnableShutdownHook(false)
                .addEventListeners(listener)
                .build()
                .awaitReady();
    }
}
