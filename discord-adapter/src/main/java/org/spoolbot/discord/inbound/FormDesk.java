package org.spoolbot.discord.inbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Origin;

/** Asks the server for the form of a pressed button, but not for longer than Discord waits. */
final class FormDesk {
    private static final Logger LOG = LoggerFactory.getLogger(FormDesk.class);

    private final ChatInbox inbox;
    private final Executor executor;
    private final Duration deadline;

    FormDesk(ChatInbox inbox, Executor executor, Duration deadline) {
        this.inbox = inbox;
        this.executor = executor;
        this.deadline = deadline;
    }

    Wish ask(Origin origin, String actionId) {
        FutureTask<Optional<Control.Form>> asked = new FutureTask<>(() -> inbox.form(origin, actionId));
        executor.execute(asked);
        try {
            return asked.get(deadline.toMillis(), TimeUnit.MILLISECONDS).<Wish>map(Open::new).orElseGet(Press::new);
        } catch (TimeoutException late) {
            LOG.warn("a form took longer than {} ms, the button has to be pressed again", deadline.toMillis());
        } catch (ExecutionException fault) {
            LOG.error("a form could not be made", fault.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new Unknown();
    }

    /** What a pressed button wants. */
    sealed interface Wish {}

    /** A form is to be filled in first. */
    record Open(Control.Form form) implements Wish {}

    /** It is sent at once. */
    record Press() implements Wish {}

    /** Nobody could say in time. */
    record Unknown() implements Wish {}
}
