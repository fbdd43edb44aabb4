package org.spoolbot.engine.boot;

import com.google.inject.Injector;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.spoolbot.api.config.ConfigException;
import org.spoolbot.api.config.ConfigFault;
import org.spoolbot.engine.config.ConfigModule;
import org.spoolbot.engine.config.ServerConfiguration;
import org.spoolbot.engine.config.SettingsDesk;
import org.spoolbot.engine.http.HttpServer;
import org.spoolbot.engine.http.PortTakenException;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.storage.Storage;
import org.spoolbot.engine.storage.StorageException;

/** What each command of the program does, as checklists. */
final class Bootstrap {
    private final Home home;
    private final Optional<Path> installation;
    private final PrintStream out;

    Bootstrap(Home home, Optional<Path> installation, PrintStream out) {
        this.home = home;
        this.installation = installation;
        this.out = out;
    }

    /** Runs the server until somebody stops it. */
    void run() {
        prepareHome();
        Log.toHome(home);
        StopSignal stop = new StopSignal();
        try (HomeLock held = HomeLock.take(home);
                ConsoleLines console = console()) {
            home.emptyTemporary();
            serve(assembled(), console, stop);
        }
        stop.done();
    }

    private static void serve(Injector parts, ConsoleLines console, StopSignal stop) {
        Server server = parts.getInstance(Server.class);
        ConsolePlatform platform = new ConsolePlatform(console, stop::ask, parts.getInstance(InstantSource.class));
        parts.getInstance(PlatformDirectory.class).add("core", platform);
        parts.getInstance(ConsoleAlerts.class).listen();
        refusing(server::start);
        console.print(ready(parts));
        stop.listen();
        stop.awaitAsked();
        server.stop();
        parts.getInstance(ExecutorService.class).shutdownNow();
    }

    /** Before the first library looks for the folder of temporary files. */
    private void prepareHome() {
        home.prepare();
        System.setProperty("java.io.tmpdir", home.temporary().toString());
    }

    /** A terminal gets a line editor; whatever else is connected is read as it comes. */
    private ConsoleLines console() {
        if (System.console() != null && System.console().isTerminal()) {
            try {
                return new TerminalLines(home.data().resolve("console-history"));
            } catch (IOException unusable) {
                out.println("This terminal cannot edit lines; they are read as they come.");
            }
        }
        return new PipedLines(System.in, out);
    }

    private static String ready(Injector parts) {
        long since = ManagementFactory.getRuntimeMXBean().getUptime();
        HttpServer http = parts.getInstance(HttpServer.class);
        String where = http.hasPage("/") ? "open " + http.address() + "/" : "listening on " + http.address();
        return "Spoolbot " + Main.Version.text() + " ready in " + since + " ms, " + where;
    }

    /** Reads all settings and builds the plugins, and names every fault; beside a running server too. */
    void check() {
        prepareHome();
        Log.toErrorsOnly();
        List<ConfigFault> faults = assembled().getInstance(Server.class).check();
        if (!faults.isEmpty()) {
            throw faulty(faults);
        }
        out.println("All settings in " + home.root() + " are in order.");
    }

    /** Copies the database; beside a running server too. */
    void backup(Path file) {
        if (Files.exists(file)) {
            throw new StartRefusedException(StartRefusedException.MACHINE, file + " exists already. Name a file that does not.", null);
        }
        Log.toErrorsOnly();
        refusing(() -> assembled().getInstance(Storage.class).copy(file.toAbsolutePath()));
        out.println("The database was copied to " + file.toAbsolutePath() + " and checked.");
    }

    private Injector assembled() {
        SettingsDesk desk =
                new SettingsDesk(home.root(), name -> Optional.ofNullable(System.getenv(name)), LogMask::hide);
        try {
            return assembled(desk, desk.server());
        } catch (ConfigException fault) {
            List<ConfigFault> all = new ArrayList<>(fault.faults());
            all.addAll(faultsOfPlugins(desk));
            throw faulty(all);
        }
    }

    /** So that the operator hears of everything at once, and not of the plugins' files after the server's are mended. */
    private List<ConfigFault> faultsOfPlugins(SettingsDesk desk) {
        return assembled(desk, desk.asShipped()).getInstance(Server.class).check();
    }

    private Injector assembled(SettingsDesk desk, ServerConfiguration configuration) {
        return Assembly.of(home, new ConfigModule(desk, configuration), installation);
    }

    private static void refusing(Runnable start) {
        try {
            start.run();
        } catch (ConfigException fault) {
            throw faulty(fault.faults());
        } catch (PortTakenException | StorageException fault) {
            throw new StartRefusedException(
                    StartRefusedException.MACHINE, String.valueOf(fault.getMessage()), fault);
        }
    }

    private static StartRefusedException faulty(List<ConfigFault> faults) {
        String all = faults.stream().map(ConfigFault::toString).collect(Collectors.joining(System.lineSeparator()));
        String count = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        return new StartRefusedException(
                StartRefusedException.SETTINGS, all + System.lineSeparator() + count + " in the settings; nothing was started.", null);
    }
}
