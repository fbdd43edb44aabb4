package org.spoolbot.discord.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Discord on this machine, to try the real server by hand: what is typed here happens there, and what people see there is printed here. */
public final class FakeDiscordMain {
    static final String HELP = """
              ada /video a red kite seconds:5 image:@/tmp/kite.png   a slash command
              ada press Again                                        the newest button with that label
              ada choose fast                                        the newest menu with that option
              ada submit prompt=a red kite; seconds=5                the form that opened last
              ada type /video a red kite model:s                     what completes the last option
              ada pick Make a clip                                   a message command, on the newest message
              ada says hello @bot | ada replies another one          messages
              ada goes private | ada goes general                    where ada is
              gateway reconnect | invalidate | reset | close         trouble for the bot
              quit
            """;

    private static final int USUAL_PORT = 8290;
    private static final int LOOKS_EVERY_MILLIS = 250;

    private FakeDiscordMain() {}

    /** Takes one optional argument, the port. */
    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_PORT;
        Screen screen = new Screen(System.out);
        try (FakeDiscord discord = FakeDiscord.start(InstantSource.system(), port);
                ScheduledExecutorService eyes = Executors.newSingleThreadScheduledExecutor()) {
            Desk desk = new Desk(discord, discord.world().guild("Kite club"), screen);
            greet(discord, screen);
            eyes.scheduleWithFixedDelay(() -> look(desk, screen), 0, LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            converse(desk, screen);
            eyes.shutdownNow();
            discord.violations().all().forEach(violation -> screen.line("! " + violation));
        }
    }

    private static void greet(FakeDiscord discord, Screen screen) {
        screen.line("Discord is at " + discord.apiUrl() + ". Let the server in by its environment:");
        screen.line("  DISCORD_TOKEN=" + discord.token());
        screen.line("and by plugins/discord/config.yml:");
        screen.line("  api-url: " + discord.apiUrl());
        screen.line("Then type:");
        screen.line(HELP.stripTrailing());
    }

    private static void look(Desk desk, Screen screen) {
        try {
            screen.show(desk.people());
        } catch (RuntimeException unexpected) {
            screen.line("! " + unexpected);
        }
    }

    private static void converse(Desk desk, Screen screen) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = keyboard.readLine(); line != null && !line.strip().equals("quit"); line = keyboard.readLine()) {
            if (!line.isBlank()) {
                act(desk, screen, line);
            }
        }
    }

    private static void act(Desk desk, Screen screen, String line) {
        try {
            desk.act(Typed.read(line));
        } catch (RuntimeException | AssertionError refused) {
            screen.line("! " + refused.getMessage());
        }
    }
}
