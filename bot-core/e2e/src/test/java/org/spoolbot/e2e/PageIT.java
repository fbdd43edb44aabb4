package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chat page in a real browser. */
class PageIT {
    @TempDir
    static Path folder;

    @BeforeAll
    static void needsABrowser() {
        boolean installed = Browser.isInstalled();
        if (!installed) {
            System.out.println("Skipped: the page test needs chromium and chromedriver.");
        }
        assumeTrue(installed);
    }

    @Test
    void aVisitorDropsTwoPicturesPressesGenerateAndWatchesTheClip() throws Exception {
        Path one = Samples.picture(folder, "one.png", 640, 480, 1);
        Path two = Samples.picture(folder, "two.png", 640, 480, 2);
        try (Server server = Server.start(Home.open(folder.resolve("home")));
                Browser browser = Browser.start(folder.resolve("profile"))) {
            browser.visit(server.address("/"));
            browser.await("the page is connected", "document.documentElement.dataset.connection === 'online'");
            browser.choose("#files", one, two);
            browser.type("#composer-text", "/video @image1 turns into @image2 --resolution 480p");
            browser.click("#send");
            browser.await("the card", "document.querySelector('.message[data-from=bot] [data-action-id*=go]')");
            browser.screenshot(Path.of("target/page-card.png"));

            browser.run("window.sawProgress = false; new MutationObserver(() => { window.sawProgress ||= "
                    + "document.querySelector('progress, [role=progressbar], .progress') !== null; })"
                    + ".observe(document.getElementById('timeline'), {subtree: true, childList: true, attributes: true});");
            browser.click(".message[data-from=bot] [data-action-id*=go]");
            browser.await("the clip", "document.querySelector('.clip video')");
            assertThat(browser.run("return window.sawProgress").asBoolean()).as("progress was shown").isTrue();

            browser.run("const clip = document.querySelector('.clip video'); clip.muted = true; clip.play();");
            browser.await("the clip plays", "document.querySelector('.clip video').currentTime > 0.3");
            browser.screenshot(Path.of("target/page-clip.png"));
            assertThat(browser.run("return document.querySelector('.clip video').videoHeight").asInt()).isPositive();
        }
    }

    @Test
    void thePageComesBackByItselfAfterARestart() throws Exception {
        Home home = Home.open(folder.resolve("restarted"));
        try (Browser browser = Browser.start(folder.resolve("second-profile"))) {
            int port;
            try (Server server = Server.start(home)) {
                port = server.port();
                browser.visit(server.address("/"));
                browser.await("the page is connected", "document.documentElement.dataset.connection === 'online'");
                assertThat(server.stop()).isZero();
            }
            browser.await("the page notices", "document.documentElement.dataset.connection !== 'online'");
            try (Server server = Server.start(home, java.util.Map.of("SPOOLBOT_HTTP_PORT", Integer.toString(port)))) {
                browser.await("the page is connected again", "document.documentElement.dataset.connection === 'online'");
                browser.type("#composer-text", "/help");
                browser.click("#send");
                browser.await("an answer", "document.querySelector('.message[data-from=bot]')");
                assertThat(server.process().alive()).isTrue();
            }
        }
    }
}
