package org.spoolbot.engine.boot;

/** Where the log goes; set before the first logger is made. */
final class Log {
    private Log() {}

    static void toHome(Home home) {
        System.setProperty("spoolbot.logs", home.root().resolve("logs").toString());
    }

    /** For commands that end at once and may run beside the server, whose files they leave alone. */
    static void toErrorsOnly() {
        System.setProperty("logback.configurationFile", "logback-errors.xml");
    }
}
