package org.spoolbot.telegram.fake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Telegram on this machine, to try the real server by hand: what is typed here happens there, and what people see there is printed here. */
public final class FakeTelegramMain {
    private static final String HELP = """
              ada /video a red kite                    to the bot in private
              ada@makers /video@spoolbot a red kite    in a group; makers, or studio, which has topics
              ada photo /tmp/kite.png /video like this a file with a caption; video, animation, audio, voice, document
              ada press Generate                       the newest button with that label
              ada replies a red kite                   to the newest message of the bot
              ada menu | ada speaks de                 the commands offered; the language of the client
              ada blocks | ada unblocks                the bot
              api flood | drop | conflict | down | unauthorized | up
              quit
            """;

    private static final int USUAL_PORT = 8291;

    private FakeTelegramMain() {}

    /** Takes one optional argument, the port. */
    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_PORT;
        try (FakeTelegram telegram = FakeTelegram.start(InstantSource.system(), port)) {
            telegram.flood().enforce();
            Screen screen = new Screen(telegram.world(), System.out);
            Desk desk = new Desk(telegram);
            greet(telegram, screen);
            Thread.ofVirtual().start(screen::watch);
            converse(desk, screen);
            telegram.violations().all().forEach(violation -> screen.line("! " + violation));
        }
    }

    private static void greet(FakeTelegram telegram, Screen screen) {
        screen.line("The Bot API is at " + telegram.apiUrl() + ". Let the server in by its environment:");
        screen.line("  TELEGRAM_TOKEN=" + telegram.token());
        screen.line("and by plugins/telegram/config.yml:");
        screen.line("  api-url: " + telegram.apiUrl());
        screen.line("Then type:");
        screen.line(HELP.stripTrailing());
    }

    private static void converse(Desk desk, Screen screen) throws IOException {
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = keyboard.readLine(); line != null && !line.strip().equals("quit"); line = keyboard.readLine()) {
            act(desk, screen, line);
        }
    }

    private static void act(Desk desk, Screen screen, String line) {
        if (line.isBlank()) {
            return;
        }
        if (line.strip().equals("help")) {
            screen.line(HELP.stripTrailing());
            return;
        }
        try {
            String told = desk.type(line);
            if (!told.isEmpty()) {
                screen.line(told);
            }
        } catch (RuntimeException refused) {
            screen.line("! " + refused.getMessage());
        }
    }
}
