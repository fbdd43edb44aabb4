package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a member sees on a card, and whether it can be used on. */
class CardIT {
    private static final String LAST = "[...document.querySelectorAll('.message[data-from=bot]')].at(-1)";

    @TempDir
    static Path folder;

    private static Server server;
    private static Browser browser;
    private static int visitor;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Browser.isInstalled(), "the page test needs chromium and chromedriver");
        server = Server.start(Home.open(folder.resolve("home")));
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void enter() throws Exception {
        URI page = server.address("/?user=guest" + ++visitor);
        browser.visit(page);
        browser.await("the page is connected", "document.documentElement.dataset.connection === 'online'");
        // The tab remembers what the test before had typed.
        browser.run("const box = document.querySelector('#composer-text'); box.value = ''; box.dispatchEvent(new Event('input'));");
    }

    private static void say(String text) throws Exception {
        browser.type("#composer-text", text);
        browser.click("#send");
    }

    @Test
    void theCardShowsTheWordsThatTheClipIsMadeFrom() throws Exception {
        say("/video a red kite over dunes --resolution 480p");
        browser.await("the card", LAST + "?.querySelector('[data-action-id*=go]')");
        assertThat(browser.run("return " + LAST + ".querySelector('.card').innerText").asText()).contains("a red kite over dunes");
    }

    @Test
    void aButtonThatIsAnsweredByAnotherMessageCanBePressedAgain() throws Exception {
        say("/video a red kite --resolution 480p --duration 4 --now");
        browser.await("the clip", "document.querySelector('.clip video')");
        browser.await("its buttons", "document.querySelector('.message:has(.clip video) [data-action-id*=again]')");
        browser.run("window.pressed = document.querySelector('.message:has(.clip video) [data-action-id*=again]');"
                + "window.pressedAt = performance.now(); window.pressed.click();");
        browser.await("the answer", LAST + "?.querySelector('[data-action-id*=go]')");
        browser.await("the button", "!window.pressed.disabled");
        assertThat(browser.run("return performance.now() - window.pressedAt").asDouble())
                .as("sooner than the lock ends by itself")
                .isLessThan(9_000);
    }

    @Test
    void aChosenSuggestionIsFollowedByTheNextWordWithoutASlip() throws Exception {
        browser.type("#composer-text", "/video a kite --ra");
        browser.await("the suggestion", "!document.querySelector('#suggestions').hidden");
        browser.type("#composer-text", "\uE00716");
        browser.await("its values", "document.querySelector('#suggestions').innerText.includes('16:9')");
        assertThat(browser.run("return document.querySelector('#composer-text').value").asText())
                .isEqualTo("/video a kite --ratio 16");
    }

    @Test
    void aMessageThatCameToNothingIsTakenUpAgainWithItsFiles() throws Exception {
        browser.choose("#files", Samples.picture(folder, "kite.png", 640, 480, 1));
        say("/video @image1 flies --rato 9:16");
        browser.await("the sentence", LAST + "?.innerText.includes('--ratio')");
        browser.run("document.querySelector('.message[data-from=own] .tool-reuse').click()");
        browser.await("the file is back", "document.querySelectorAll('#tray .tile').length === 1");
        assertThat(browser.run("return document.querySelector('#composer-text').value").asText())
                .isEqualTo("/video @image1 flies --rato 9:16");
        assertThat(browser.run("return document.querySelector('#tray .tag').textContent").asText()).isEqualTo("@image1");
    }
}
