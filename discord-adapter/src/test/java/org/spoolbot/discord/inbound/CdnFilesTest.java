package org.spoolbot.discord.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CdnFilesTest {
    private final MockWebServer cdn = new MockWebServer();
    private final CdnFiles files = new CdnFiles(new OkHttpClient(), URI.create("http://127.0.0.1/api/v10/"));

    @BeforeEach
    void start() throws IOException {
        cdn.start();
    }

    @AfterEach
    void stop() {
        cdn.close();
    }

    @Test
    void aPictureComesAsItWasAttached() throws IOException {
        cdn.enqueue(new MockResponse(200, okhttp3.Headers.of(), "kite"));

        try (InputStream content = upload(cdn.url("/cdn/kite.png").toString()).open()) {
            assertThat(content).hasContent("kite");
        }
    }

    @Test
    void aRedirectLeadsNowhere() {
        cdn.enqueue(new MockResponse(302, okhttp3.Headers.of("Location", cdn.url("/elsewhere").toString()), ""));

        assertThatThrownBy(() -> upload(cdn.url("/cdn/kite.png").toString()).open()).hasMessageContaining("302");
        assertThat(cdn.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aFileThatIsGoneIsAFaultThatDoesNotTellTheSignedAddress() {
        cdn.enqueue(new MockResponse(404, okhttp3.Headers.of(), ""));

        assertThatThrownBy(() -> upload(cdn.url("/cdn/kite.png?hm=signature").toString()).open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404")
                .hasMessageNotContaining("signature");
    }

    @Test
    void besideARealDiscordNoFileIsReadWithoutEncryption() {
        CdnFiles real = new CdnFiles(new OkHttpClient(), URI.create("https://discord.com/api/v10/"));
        String address = cdn.url("/cdn/kite.png").toString();

        assertThatThrownBy(() -> new DiscordUpload(real, "kite.png", 4, address).open()).isInstanceOf(IOException.class);
        assertThat(cdn.getRequestCount()).isZero();
    }

    @Test
    void aPublicLinkLastsAsLongAsDiscordSays() {
        DiscordUpload upload = upload("https://cdn.discordapp.com/attachments/1/2/kite.png?ex=6560e3a0&is=654e6ea0&hm=ab");

        assertThat(upload.publicLink().orElseThrow().expiresAt()).isEqualTo(Instant.ofEpochSecond(0x6560e3a0L));
        assertThat(upload.publicLink().orElseThrow().address().getHost()).isEqualTo("cdn.discordapp.com");
    }

    @Test
    void anAddressThatDoesNotSayHowLongItLastsIsNotGivenAway() {
        assertThat(upload("https://cdn.discordapp.com/attachments/1/2/kite.png").publicLink()).isEmpty();
        assertThat(upload("https://cdn.discordapp.com/attachments/1/2/kite.png?ex=soon").publicLink()).isEmpty();
        assertThat(upload("http://cdn.discordapp.com/attachments/1/2/kite.png?ex=6560e3a0").publicLink()).isEmpty();
    }

    private DiscordUpload upload(String address) {
        return new DiscordUpload(files, "kite.png", 4, address);
    }
}
