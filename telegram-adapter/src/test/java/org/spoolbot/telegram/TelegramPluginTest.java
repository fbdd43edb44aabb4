package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginContext;

class TelegramPluginTest {
    private static final String ADDRESS = "https://api.telegram.org";

    @Test
    void withoutATokenItSaysOnceThatItIsIdleAndTouchesNothing() {
        List<ILoggingEvent> lines = enable("  ");

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().getLevel()).isEqualTo(Level.INFO);
        assertThat(lines.getFirst().getFormattedMessage()).contains("idle", "TELEGRAM_TOKEN", "plugins/telegram/config.yml");
    }

    @Test
    void anAddressThatIsNoWebAddressIsRefusedWithAnExample() {
        assertThatThrownBy(() -> config("", "ftp://example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ADDRESS);
    }

    @Test
    void aProxyBeforeTelegramHasTelegramsLimitsIfTheOperatorSaysSo() {
        assertThat(at(ADDRESS, TelegramConfig.LocalServer.AUTO).isLocalServer()).isFalse();
        assertThat(at(ADDRESS, TelegramConfig.LocalServer.NO).isLocalServer()).isFalse();
        assertThat(at("http://10.0.0.7:8081", TelegramConfig.LocalServer.AUTO).isLocalServer()).isTrue();
        assertThat(at("http://10.0.0.7:8081", TelegramConfig.LocalServer.YES).isLocalServer()).isTrue();
        assertThat(at("https://telegram.example.org", TelegramConfig.LocalServer.NO).isLocalServer()).isFalse();
        assertThatThrownBy(() -> at(ADDRESS, TelegramConfig.LocalServer.YES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("local-server: yes needs the api-url");
    }

    private static TelegramConfig at(String address, TelegramConfig.LocalServer local) {
        return new TelegramConfig(new Secret(""), URI.create(address), local, TelegramConfig.Mode.POLLING, false, List.of(), "");
    }

    @Test
    void theDescriptorNamesAMainClassThatTheLoaderCanStart() throws Exception {
        Map<String, String> descriptor = topLevel("/plugin.yml");

        assertThat(descriptor).containsEntry("id", "telegram").containsEntry("api-version", "\"1\"");
        assertThat(Plugin.class).isAssignableFrom(Class.forName(descriptor.get("main")));
    }

    @Test
    void theDefaultSettingsKeepTheTokenOutOfTheFile() throws IOException {
        assertThat(topLevel("/config.yml"))
                .containsEntry("token", "${TELEGRAM_TOKEN:-}")
                .containsEntry("api-url", ADDRESS)
                .containsEntry("local-server", "auto")
                .containsEntry("mode", "polling");
    }

    private static TelegramConfig config(String token, String address) {
        return new TelegramConfig(new Secret(token), URI.create(address), TelegramConfig.LocalServer.AUTO, TelegramConfig.Mode.POLLING, false, List.of(), "");
    }

    private static List<ILoggingEvent> enable(String token) {
        Logger logger = new LoggerContext().getLogger("test");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        new TelegramPlugin(contextWith(config(token, ADDRESS)), InstantSource.system(), logger).onEnable();
        return lines.list;
    }

    /** Gives the settings; whatever else is asked for is a fault. */
    private static PluginContext contextWith(TelegramConfig config) {
        return (PluginContext) Proxy.newProxyInstance(
                PluginContext.class.getClassLoader(), new Class<?>[] {PluginContext.class}, (_, method, _) -> {
                    assertThat(method.getName()).isEqualTo("config");
                    return config;
                });
    }

    private static Map<String, String> topLevel(String resource) throws IOException {
        try (InputStream in = TelegramPluginTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> Pattern.matches("[a-z-]+: .*", line))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        }
    }
}
