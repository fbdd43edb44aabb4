package org.spoolbot.engine.boot;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The program. Without a command it runs the server. */
@Command(
        name = "spoolbot",
        description = "A bot server that makes video clips for chat communities.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Runnable {
    private final PrintStream out;

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "The server's own folder.")
    private @Nullable Path home;

    private Main(PrintStream out) {
        this.out = out;
    }

    /** Starts the program. */
    public static void main(String[] arguments) {
        int status = new CommandLine(new Main(System.out))
                .setExecutionExceptionHandler((fault, line, parsed) -> refused(fault))
                .execute(arguments);
        System.exit(status);
    }

    private static int refused(Exception fault) throws Exception {
        if (fault instanceof StartRefusedException refusal) {
            System.err.println(refusal.getMessage());
            return refusal.status();
        }
        throw fault;
    }

    @Override
    public void run() {
        start();
    }

    /** Runs the server until it is stopped. */
    @Command(name = "run", description = "Run the server (the default).")
    void start() {
        bootstrap().run();
    }

    /** Reads all settings. */
    @Command(name = "check", description = "Read all settings and name every fault.")
    void check() {
        bootstrap().check();
    }

    /** Copies the database. */
    @Command(name = "backup", description = "Copy the database into a file, checked.")
    void backup(@Parameters(paramLabel = "FILE", description = "A file that does not exist.") Path file) {
        bootstrap().backup(file);
    }

    /** Prints the version. */
    @Command(name = "version", description = "Print the version.")
    void version() {
        out.println("Spoolbot " + Version.text());
    }

    private Bootstrap bootstrap() {
        Optional<Path> installation = Optional.ofNullable(System.getProperty("spoolbot.install")).map(Path::of);
        Home found = Home.find(Optional.ofNullable(home), System.getenv(), installation);
        return new Bootstrap(found, installation, out);
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Spoolbot " + text()};
        }

        static String text() {
            return Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("development");
        }
    }
}
