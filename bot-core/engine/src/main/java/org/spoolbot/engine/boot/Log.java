package org.spoolbot.engine.boot;

/** Where the log goes; set before the first logger is made. */
final class Log {
    private Log() {}

    static void toHome(Home home) {
        System.setProperty("spoolbot.logs", home.root().resolve("logs").toString());
    }
}
