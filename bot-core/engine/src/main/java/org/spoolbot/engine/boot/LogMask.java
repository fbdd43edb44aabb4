package org.spoolbot.engine.boot;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.spoolbot.api.config.Secret;

/**
 * The last net under secrets in logs: what a library writes of its own accord. Text is also cleaned of what would move the cursor or
 * pose as another line.
 */
public final class LogMask extends MessageConverter {
    private static final Set<String> HIDDEN = ConcurrentHashMap.newKeySet();
    private static final int SHORTEST = 6;

    /** For the logging library, which builds it by name. */
    public LogMask() {}

    static void hide(Secret secret) {
        if (secret.reveal().length() >= SHORTEST) {
            HIDDEN.add(secret.reveal());
        }
    }

    @Override
    public String convert(ILoggingEvent event) {
        return hidden(event.getFormattedMessage());
    }

    /** Without secrets and without what {@link #clean} takes away. */
    static String hidden(String foreign) {
        String text = foreign;
        for (String secret : HIDDEN) {
            text = text.replace(secret, "****");
        }
        return clean(text);
    }

    /** Without control characters and direction marks. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", " ");
    }
}
