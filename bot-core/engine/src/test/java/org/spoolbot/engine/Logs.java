package org.spoolbot.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What the operator reads in the log of one part while a test runs. */
public final class Logs implements AutoCloseable {
    private final Logger logger;
    private final @Nullable Level before;
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    public Logs(Class<?> part) {
        logger = (Logger) LoggerFactory.getLogger(part.getPackageName());
        before = logger.getLevel();
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
        }
    }

    /** What was said as a warning. */
    public List<String> warnings() {
        synchronized (lines) {
            return List.copyOf(lines.list).stream()
                    .filter(line -> line.getLevel() == Level.WARN)
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        }
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
        logger.setLevel(before);
    }
}
