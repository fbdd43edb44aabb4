package org.spoolbot.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.plugin.PluginState;
import org.spoolbot.engine.plugin.loading.PluginJar;

@Timeout(60)
class PluginIsolationTest {
    private static final AlertEvent ALERT = new AlertEvent("test", Phrase.literal("hello"));

    @TempDir
    Path plugins;

    private TestServer started() {
        return new TestServer(plugins).started();
    }

    @Test
    void registrationsAreUndoneInReverseOrderAfterTheFarewell() throws IOException {
        PluginJar.of("alpha")
                .main(
                        "alpha",
                        "",
                        "context.http().route(\"GET\", \"/1\", request -> null);"
                                + "context.commands().onAction(\"two\", null);"
                                + "context.http().route(\"GET\", \"/early\", request -> null).close();"
                                + "context.http().route(\"GET\", \"/3\", request -> null);",
                        "context.http().route(\"GET\", \"/bye\", request -> null);")
                .into(plugins, "alpha.jar");

        TestServer server = started();
        server.register.clear();
        server.close();

        assertThat(server.register)
                .containsExactly(
                        "+alpha route /bye", "-alpha route /bye", "-alpha route /3", "-alpha action two", "-alpha route /1");
    }

    @Test
    void pluginsAreEnabledAfterAndDisabledBeforeWhatTheyNeed() throws IOException {
        for (String id : new String[] {"base", "able"}) {
            String route = "context.http().route(\"GET\", \"/\", request -> null);";
            PluginJar.of(id, id.equals("able") ? "softdepend: [base]" : "").main(id, "", route, "").into(plugins, id + ".jar");
        }

        TestServer server = started();
        server.close();

        assertThat(server.register).containsExactly("+base route /", "+able route /", "-able route /", "-base route /");
    }

    @Test
    void aPluginSeesTheApiAndNothingOfTheServerNorOfAStranger() throws IOException {
        PluginJar.of("stranger").main("stranger", "", "", "").into(plugins, "stranger.jar");
        PluginJar.of("base").main("base", "", "", "").into(plugins, "base.jar");
        PluginJar.of("alpha", "depend: [base]")
                .main("alpha", "", """
                        for (String name : List.of("org.spoolbot.api.plugin.Plugin", "org.slf4j.Logger", "jakarta.inject.Inject", "java.sql.Connection",
                                "base.Main", "stranger.Main", "org.spoolbot.engine.event.EventHub", "com.google.inject.Guice",
                                "com.fasterxml.jackson.databind.ObjectMapper", "org.sqlite.JDBC", "ch.qos.logback.classic.Logger"))
                            context.store().put(name, String.valueOf(sees(name)));
                        context.store().put("db", String.valueOf(getClass().getResource("/defaults/permissions.yml")));
                        context.store().put("own", String.valueOf(getClass().getResource("/plugin.yml")));
                        context.store().put("thread", String.valueOf(Thread.currentThread().getContextClassLoader() == getClass().getClassLoader()));
                        context.store().put("loader", getClass().getClassLoader().getName());
                        """, "").into(plugins, "alpha.jar");

        try (TestServer server = started()) {
            assertThat(server.problem("alpha")).isEqualTo("none");
            for (String seen : new String[] {"org.spoolbot.api.plugin.Plugin", "org.slf4j.Logger", "jakarta.inject.Inject", "java.sql.Connection", "base.Main"}) {
                assertThat(server.stored("alpha", seen)).as(seen).contains("true");
            }
            for (String hidden : new String[] {
                "stranger.Main", "org.spoolbot.engine.event.EventHub", "com.google.inject.Guice",
                "com.fasterxml.jackson.databind.ObjectMapper", "org.sqlite.JDBC", "ch.qos.logback.classic.Logger"
            }) {
                assertThat(server.stored("alpha", hidden)).as(hidden).contains("false");
            }
            assertThat(server.stored("alpha", "db")).contains("null");
            assertThat(server.stored("alpha", "own").orElseThrow()).contains("alpha.jar");
            assertThat(server.stored("alpha", "thread")).contains("true");
            assertThat(server.stored("alpha", "loader")).contains("plugin alpha");
        }
    }

    @Test
    void eachPluginHasItsOwnVersionOfALibraryAlsoBesideItsDependency() throws IOException {
        for (String id : new String[] {"one", "two"}) {
            PluginJar.of(id, id.equals("two") ? "depend: [one]" : "")
                    .source("lib.Version", "package lib; public class Version { public static String text() { return \"" + id + "\"; } }")
                    .main(id, "", "context.store().put(\"version\", lib.Version.text());", "")
                    .into(plugins, id + ".jar");
        }

        try (TestServer server = started()) {
            assertThat(server.stored("one", "version")).contains("one");
            assertThat(server.stored("two", "version")).contains("two");
        }
    }

    @Test
    void aPluginUsesTheClassesOfTheOneItDeclared() throws IOException {
        Path base = PluginJar.of("base")
                .source("base.Greeting", "package base; public class Greeting { public static String text() { return \"hi\"; } }")
                .main("base", "", "", "")
                .into(plugins, "base.jar");
        PluginJar.of("alpha", "softdepend: [base]").against(base)
                .main("alpha", "", "context.store().put(\"greeting\", base.Greeting.text());", "")
                .into(plugins, "alpha.jar");

        try (TestServer server = started()) {
            assertThat(server.stored("alpha", "greeting")).contains("hi");
        }
    }

    @Test
    void aListenerAndATaskEndWithTheirPluginAndItsClassesAreCollected() throws Exception {
        busyPlugin();
        TestServer server = started();
        server.hub.viewFor("test").fire(ALERT);
        Awaitility.await().until(() -> server.stored("alpha", "task").isPresent());
        server.waiting.awaitWaiters(2);
        WeakReference<ClassLoader> loader = loader(server, "alpha");

        server.runtime.disable();
        server.stores.get("alpha").remove("heard");
        server.hub.viewFor("test").fire(ALERT);
        server.waiting.awaitWaiters(0);

        assertThat(server.stored("alpha", "heard")).isEmpty();
        assertThat(server.entry("alpha").state()).isEqualTo(PluginState.UNLOADED);
        assertCollected(loader);
        server.close();
    }

    private void busyPlugin() throws IOException {
        PluginJar.of("alpha")
                .main("alpha", "", """
                        context.events().register(new Object() {
                            @Subscribe void on(AlertEvent event) { context.store().put("heard", Thread.currentThread().getContextClassLoader().getName()); }
                        });
                        context.events().subscribe(AlertEvent.class, Subscribe.Priority.LAST, event -> {});
                        context.scheduler().start(() -> context.store().put("task", "ran"));
                        context.scheduler().every(java.time.Duration.ofMinutes(1), () -> {});
                        context.scheduler().after(java.time.Duration.ofDays(1), () -> {});
                        """, "").into(plugins, "alpha.jar");
    }

    @Test
    void aTaskThatCleansUpStillHasItsClasses() throws IOException {
        PluginJar.of("alpha")
                .source("alpha.Late", "package alpha; class Late { static String word() { return \"yes\"; } }")
                .main("alpha", "", """
                        context.scheduler().start(() -> {
                            context.store().put("begun", "yes");
                            try { new java.util.concurrent.CountDownLatch(1).await(); }
                            catch (InterruptedException ended) { context.store().put("cleaned", Late.word()); }
                        });
                        """, "").into(plugins, "alpha.jar");
        TestServer server = started();
        Awaitility.await().until(() -> server.stored("alpha", "begun").isPresent());

        server.close();

        assertThat(server.stored("alpha", "cleaned")).contains("yes");
    }

    @Test
    void aListenerWorksWithTheClassLoaderOfItsPlugin() throws IOException {
        busyPlugin();
        try (TestServer server = started()) {
            server.hub.viewFor("test").fire(ALERT);

            assertThat(server.stored("alpha", "heard")).contains("plugin alpha");
        }
    }

    @Test
    void theClassesOfAPluginThatFailedAreCollectedWhileTheServerRuns() throws IOException {
        PluginJar.of("bad").main("bad", "Kept.loader = new java.lang.ref.WeakReference<>(getClass().getClassLoader());"
                        + "context.store().put(\"built\", \"yes\");", "throw new IllegalStateException();", "")
                .source("bad.Kept", "package bad; class Kept { static Object loader; }")
                .into(plugins, "bad.jar");
        TestServer server = new TestServer(plugins);
        server.runtime.load();
        WeakReference<ClassLoader> loader = loader(server, "bad");

        server.runtime.enable();

        assertThat(server.entry("bad").state()).isEqualTo(PluginState.FAILED);
        assertCollected(loader);
        server.close();
    }

    @Test
    void aSoftDependentKeepsTheClassesItLoadedOfAPluginThatFailed() throws IOException {
        Path base = PluginJar.of("base")
                .source("base.Greeting", "package base; public class Greeting { public static String text() { return \"hi\"; } }")
                .main("base", "", "throw new IllegalStateException();", "")
                .into(plugins, "base.jar");
        PluginJar.of("alpha", "softdepend: [base]").against(base)
                .main("alpha", "", "context.store().put(\"greeting\", base.Greeting.text());", "")
                .into(plugins, "alpha.jar");

        try (TestServer server = started()) {
            assertThat(server.stored("alpha", "greeting")).contains("hi");
        }
    }

    private static WeakReference<ClassLoader> loader(TestServer server, String id) {
        return server.loaders.get("plugin " + id);
    }

    private static void assertCollected(WeakReference<ClassLoader> loader) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
    }
}
