package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that is in the environment alone must not be found in anything that a whole run wrote. */
class SecretsIT {
    private static final String KEY = "sk-e2e-7f3a9c51d2b84e06";

    @TempDir
    Path folder;

    @Test
    void aKeyIsNeitherInAFileNorInTheOutputNorInTheChat() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Gate gate = Gate.before(sandbox)) {
            Home home = Home.open(folder.resolve("home")).withPaidGateway(gate.address(Ark.PATH), "${ARK_API_KEY:-}").askingEverySecond();
            String said;
            try (Server server = Server.start(home, Map.of("ARK_API_KEY", KEY));
                    Chat chat = Chat.joinAsAdmin(server, "root")) {
                chat.awaitClip(chat.say("/video a red kite --duration 4 --resolution 480p --now"));
                chat.ask("/admin providers");
                said = chat.messages().toString();
                assertThat(server.stop()).isZero();
                assertThat(server.output()).doesNotContain(KEY);
            }

            assertThat(said).doesNotContain(KEY);
            assertThat(home.filesWith(KEY)).isEmpty();
            assertThat(gate.authorizations()).as("the gateway itself was given it").contains("Bearer " + KEY);
        }
    }
}
