package org.spoolbot.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.plugin.PluginState;
import org.spoolbot.engine.Logs;
import org.spoolbot.engine.plugin.loading.PluginJar;

@Timeout(60)
class PluginFailureTest {
    private static final String ROUTE = "context.http().route(\"GET\", \"/x\", request -> null);";

    @TempDir
    Path plugins;

    private final Logs logs = new Logs(PluginRuntime.class);

    @AfterEach
    void noMoreLogs() {
        logs.close();
    }

    private TestServer started() {
        return new TestServer(plugins).started();
    }

    private void good(String id, String... lines) throws IOException {
        PluginJar.of(id, lines).main(id, "", "context.store().put(\"enabled\", \"yes\");", "").into(plugins, id + ".jar");
    }

    @Test
    void aPluginThatThrowsWhileItIsBuiltIsNamedAndTheRestRuns() throws IOException {
        PluginJar.of("bad").main("bad", ROUTE + "if (true) throw new IllegalStateException(\"no\\nluck\");", "", "").into(plugins, "bad.jar");
        good("zebra");

        try (TestServer server = started()) {
            assertThat(server.entry("bad").state()).isEqualTo(PluginState.FAILED);
            assertThat(server.problem("bad")).isEqualTo("could not be built: IllegalStateException: no luck");
            assertThat(server.entry("zebra").state()).isEqualTo(PluginState.ENABLED);
            assertThat(server.stored("zebra", "enabled")).contains("yes");
            assertThat(server.register).containsExactly("+bad route /x", "-bad route /x");
            assertThat(logs.lines()).contains("plugin bad is off: it could not be built: IllegalStateException: no luck");
        }
    }

    @Test
    void aPluginThatThrowsWhileItIsEnabledLeavesNothingBehind() throws IOException {
        PluginJar.of("bad").main("bad", "", ROUTE + "throw new java.io.IOException(\"no luck\");", "").into(plugins, "bad.jar");
        good("zebra");

        try (TestServer server = started()) {
            assertThat(server.problem("bad")).isEqualTo("could not be enabled: RuntimeException: java.io.IOException: no luck");
            assertThat(server.register).containsExactly("+bad route /x", "-bad route /x");
            assertThat(server.entry("zebra").state()).isEqualTo(PluginState.ENABLED);
        }
    }

    @Test
    void errorsOfALibraryThatIsMissingAreContained() throws IOException {
        Path library = PluginJar.empty().source("lib.Thing", "package lib; public class Thing {}").into(plugins.resolve("lib"), "lib.zip");
        PluginJar.of("bad").against(library).main("bad", "", "new lib.Thing();", "").into(plugins, "bad.jar");
        PluginJar.of("deep").main("deep", "", "enable();", "").into(plugins, "deep.jar");
        good("zebra");

        try (TestServer server = started()) {
            assertThat(server.problem("bad")).isEqualTo("could not be enabled: there is no class lib.Thing");
            assertThat(server.problem("deep")).isEqualTo("could not be enabled: StackOverflowError");
            assertThat(server.entry("zebra").state()).isEqualTo(PluginState.ENABLED);
        }
    }

    @Test
    void aMainClassThatIsMissingOrNoPluginIsSaidSo() throws IOException {
        PluginJar.of("absent").into(plugins, "absent.jar");
        PluginJar.of("other").source("other.Main", "package other; public class Main {}").into(plugins, "other.jar");
        PluginJar.of("closed")
                .source("closed.Main", "package closed; public class Main implements org.spoolbot.api.plugin.Plugin {"
                        + "Main(String word) {} public void onEnable() {} }")
                .into(plugins, "closed.jar");

        try (TestServer server = started()) {
            assertThat(server.problem("absent")).isEqualTo("could not be built: there is no class absent.Main");
            assertThat(server.problem("other"))
                    .isEqualTo("could not be built: IllegalArgumentException: its main class other.Main does not implement Plugin");
            assertThat(server.problem("closed")).startsWith("could not be built: ").contains("closed.Main").hasSizeLessThan(400);
        }
    }

    @Test
    void hardDependentsFailWithTheReasonAndSoftOnesRun() throws IOException {
        PluginJar.of("base").main("base", "", "throw new IllegalStateException(\"no luck\");", "").into(plugins, "base.jar");
        PluginJar.of("middle", "depend: [base]").main("middle", ROUTE, "context.store().put(\"enabled\", \"yes\");", "")
                .into(plugins, "middle.jar");
        good("top", "depend: [middle]");
        good("fan", "softdepend: [base]");

        try (TestServer server = started()) {
            assertThat(server.problem("middle")).isEqualTo(
                    "requires base, which failed: could not be enabled: IllegalStateException: no luck");
            assertThat(server.problem("top")).startsWith("requires middle, which failed: requires base, which failed");
            assertThat(server.stored("middle", "enabled")).isEmpty();
            assertThat(server.register).containsExactly("+middle route /x", "-middle route /x");
            assertThat(server.stored("fan", "enabled")).contains("yes");
        }
    }

    @Test
    void aLoopAndAMissingDependencyAreToldAndTheRestRuns() throws IOException {
        good("one", "depend: [two]");
        good("two", "depend: [one]");
        good("lonely", "depend: [absent]");
        good("zebra");

        try (TestServer server = started()) {
            assertThat(server.problem("two")).isEqualTo("depends on itself: one -> two -> one");
            assertThat(server.problem("lonely")).isEqualTo("requires absent, which is not installed");
            assertThat(server.entry("zebra").state()).isEqualTo(PluginState.ENABLED);
            assertThat(server.runtime.plugins()).hasSize(4);
        }
    }

    @Test
    void aJarThatIsNoneIsNamedInTheLogAndTheRestRuns() throws IOException {
        Files.writeString(plugins.resolve("broken.jar"), "not a zip");
        good("zebra");

        try (TestServer server = started()) {
            assertThat(logs.lines()).contains("broken.jar is not loaded: it cannot be read as a jar; was it copied whole?");
            assertThat(server.entry("zebra").state()).isEqualTo(PluginState.ENABLED);
        }
    }

    @Test
    void aPluginThatThrowsWhileItIsDisabledDoesNotKeepOthersFromEnding() throws IOException {
        PluginJar.of("bad").main("bad", "", ROUTE, "throw new IllegalStateException();").into(plugins, "bad.jar");
        PluginJar.of("able").main("able", "", "", "context.store().put(\"disabled\", \"yes\");").into(plugins, "able.jar");

        TestServer server = started();
        server.close();

        assertThat(server.stored("able", "disabled")).contains("yes");
        assertThat(server.register).containsExactly("+bad route /x", "-bad route /x");
        assertThat(server.runtime.plugins()).extracting(entry -> entry.state()).containsOnly(PluginState.UNLOADED);
    }

    @Test
    void aCheckBuildsPluginsAndEnablesNone() throws IOException {
        good("alpha");
        TestServer server = new TestServer(plugins);

        server.runtime.load();
        PluginState loaded = server.entry("alpha").state();
        server.close();

        assertThat(loaded).isEqualTo(PluginState.LOADED);
        assertThat(server.stored("alpha", "enabled")).isEmpty();
        assertThat(server.entry("alpha").state()).isEqualTo(PluginState.UNLOADED);
    }

    @Test
    void aJarIsAnnouncedOnceWithItsHash() throws IOException {
        good("alpha");
        Path jar = plugins.resolve("alpha.jar");
        byte[] first = Files.readAllBytes(jar);
        TestServer server = started();
        server.close();
        List<String> told = announcements();

        new TestServer(server.stores, plugins).started().close();
        List<String> again = announcements();
        PluginJar.of("alpha").main("alpha", "", "", "").into(plugins, "alpha.jar");
        new TestServer(server.stores, plugins).started().close();
        List<String> changed = announcements();
        Files.write(jar, first);
        new TestServer(server.stores, plugins).started().close();

        assertThat(logs.warnings()).as("new at the first start is everything, and later a new jar is news").hasSize(1);
        assertThat(told).singleElement().asString().contains("alpha.jar").matches(".*sha256 [0-9a-f]{64}");
        assertThat(again).isEqualTo(told);
        assertThat(changed).hasSize(2);
        assertThat(announcements()).isEqualTo(changed);
    }

    private List<String> announcements() {
        return logs.lines().stream().filter(line -> line.contains("never seen here")).toList();
    }
}
