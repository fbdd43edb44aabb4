package org.spoolbot.engine.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathSourceTest {
    @TempDir
    Path folder;

    @Test
    void anAuthorStartsPluginsFromTheEditorAndReadsWhatIsWrong() throws IOException {
        Path good = PluginJar.of("alpha").file("config.yml", "a: 1").into(folder, "alpha.jar");
        Path same = PluginJar.of("alpha").into(folder, "alpha-2.jar");
        Path bad = PluginJar.of("beta", "colour: red").into(folder, "beta.jar");
        URL[] classPath = {good.toUri().toURL(), same.toUri().toURL(), bad.toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(classPath, null)) {
            Discovery discovery = new ClassPathSource(loader).discover();

            assertThat(discovery.candidates()).singleElement().satisfies(one -> {
                assertThat(one.jar()).isEmpty();
                assertThat(one.files().text("config.yml")).contains("a: 1");
            });
            assertThat(discovery.refusals()).extracting(Discovery.Refusal::reason)
                    .containsExactly("plugin alpha stands earlier on the class path", "plugin.yml: 'colour' is unknown");
        }
    }
}
