package org.spoolbot.engine.plugin;

import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.spoolbot.api.config.ConfigException;

/** What went wrong with a plugin, in one line for the operator. Pure. */
final class Problem {
    private static final int MAX_LENGTH = 300;

    private Problem() {}

    /** What the plugin itself threw, without what the injector says about it. */
    static Throwable cause(Throwable fault) {
        Throwable cause = fault;
        while (messages(cause).stream().map(Message::getCause).anyMatch(inner -> inner != null)) {
            cause = messages(cause).stream().map(Message::getCause).filter(inner -> inner != null).findFirst().orElseThrow();
        }
        return cause;
    }

    /** In one line. */
    static String line(Throwable fault) {
        Throwable cause = fault instanceof ExecutionException ran && ran.getCause() != null ? ran.getCause() : cause(fault);
        String text = switch (cause) {
            case ClassNotFoundException missing -> "there is no class " + missing.getMessage();
            case NoClassDefFoundError missing -> "there is no class " + String.valueOf(missing.getMessage()).replace('/', '.');
            case ConfigException settings -> settings.faults().toString();
            default -> messages(cause).stream().findFirst().map(Message::getMessage).orElseGet(() -> told(cause));
        };
        String line = text.strip().replaceAll("\\p{Cntrl}+\\s*", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + " …";
    }

    private static String told(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return Optional.ofNullable(cause.getMessage()).filter(text -> !text.isBlank()).map(text -> name + ": " + text).orElse(name);
    }

    private static Collection<Message> messages(Throwable fault) {
        return switch (fault) {
            case CreationException creation -> creation.getErrorMessages();
            case ProvisionException provision -> provision.getErrorMessages();
            default -> List.of();
        };
    }
}
