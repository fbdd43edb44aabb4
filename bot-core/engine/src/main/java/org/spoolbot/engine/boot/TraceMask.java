package org.spoolbot.engine.boot;

import ch.qos.logback.classic.pattern.RootCauseFirstThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.stream.Collectors;

/** Stack traces with what {@link LogMask} hides: the message of an exception often quotes what was sent. */
public final class TraceMask extends RootCauseFirstThrowableProxyConverter {
    /** For the logging library, which builds it by name. */
    public TraceMask() {}

    @Override
    protected String throwableProxyToString(IThrowableProxy fault) {
        return super.throwableProxyToString(fault)
                .lines()
                .map(line -> line.startsWith("\t") ? "\t" + LogMask.hidden(line.substring(1)) : LogMask.hidden(line))
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }
}
