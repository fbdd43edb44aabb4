package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Seat;

/** Whoever has the token is the bot. */
@Isolated("listens to the loggers of the whole process")
final class SecrecyTest {
    @TempDir
    Path folder;

    /** All that the adapter says of its own, and the library that it lets speak, at the finest level. */
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void theTokenIsInNoLogNoExceptionNoStoredValueAndNoText() {
        List<String> said = new ArrayList<>();
        List<Logger> loggers = List.of(logger("org.spoolbot.telegram"), logger("telegram"), logger("org.telegram.telegrambots"), logger("okhttp3"));
        Level quiet = logger("org.telegram.telegrambots.longpolling").getLevel();
        logger("org.telegram.telegrambots.longpolling").setLevel(Level.ALL);
        Listening listening = new Listening();
        listening.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.ALL);
            logger.setAdditive(false);
            logger.addAppender(listening);
        });
        String token;
        try (Bench bench = new Bench(folder)) {
            token = bench.telegram.token();
            everythingGoesWrong(bench, said);
            bench.store.scan("", "", 10_000).forEach((key, value) -> said.add(key + " = " + value));
            said.add(bench.platform.health().toString());
            bench.inbox.received().forEach(inbound -> said.add(inbound.toString()));
            TelegramConfig.LocalServer local = TelegramConfig.LocalServer.AUTO;
            said.add(new TelegramConfig(new Secret(token), bench.telegram.apiUrl(), local, TelegramConfig.Mode.POLLING, false, List.of(), "").toString());
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(listening);
                logger.setLevel(null);
                logger.setAdditive(true);
            });
            logger("org.telegram.telegrambots.longpolling").setLevel(quiet);
        }

        String half = token.substring(token.indexOf(':') + 1);
        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains(half));
        assertThat(said).hasSizeGreaterThan(10).noneMatch(text -> text.contains(half));
    }

    private static void everythingGoesWrong(Bench bench, List<String> said) {
        bench.awaitUp();
        Seat ada = bench.telegram.person("Ada").privately();
        ada.sends(Media.photo(Pictures.jpeg()), "/video");
        bench.telegram.updates().raw("{\"message\":7}");
        Upload upload = bench.text(0).uploads().getFirst();
        said.add(upload.toString());
        for (Fault fault : List.of(new Fault.Page(404, "no"), Fault.dropsBefore(), Fault.badGateway())) {
            bench.telegram.faults().next("file", fault);
            said.add(failureOf(upload));
        }
        for (Fault fault : List.of(Fault.badGateway(), Fault.dropsBefore(), Fault.unauthorized(), Fault.badRequest("wrong file_id"))) {
            bench.telegram.faults().next("getFile", fault);
            said.add(failureOf(upload));
            bench.telegram.faults().next("sendMessage", fault);
            SendResult result = bench.platform.send(bench.text(0).origin().destination(), Message.of("hello"));
            said.add(result.toString());
            bench.telegram.faults().next("getUpdates", fault);
            // What is heard after a failed poll ends its pauses before they grow.
            ada.says("in between");
            bench.heard(bench.inbox.received().size() + 1);
        }
        bench.telegram.updates().stealPoll();
        ada.says("last");
        await().atMost(Bench.PATIENCE).until(() -> ((Inbound.TextInput) bench.inbox.received().getLast()).text().equals("last"));
    }

    private static String failureOf(Upload upload) {
        try {
            upload.open().close();
            return "no failure";
        } catch (IOException | RuntimeException failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private final class Listening extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy thrown = event.getThrowableProxy();
            lines.add(event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
    }
}
