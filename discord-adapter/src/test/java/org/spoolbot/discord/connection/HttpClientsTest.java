package org.spoolbot.discord.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class HttpClientsTest {
    private final AtomicInteger seen = new AtomicInteger();
    private final OkHttpClient client = HttpClients.rest(chain -> {
        seen.incrementAndGet();
        return chain.proceed(chain.request());
    });

    @Test
    void whereNobodyListensNothingWasSent() throws IOException {
        ServerSocket closed = listening();
        closed.close();

        assertThatThrownBy(() -> call(closed)).isInstanceOf(NotSentException.class);
        assertThat(seen).hasValue(0);
    }

    @Test
    void anAnswerThatNeverComesLeavesItOpenWhatArrived() throws IOException {
        try (ServerSocket server = listening()) {
            Thread.ofVirtual().start(() -> hangUp(server));

            assertThatThrownBy(() -> call(server)).isInstanceOf(IOException.class).isNotInstanceOf(NotSentException.class);
            assertThat(seen.get()).isPositive();
        }
    }

    private void call(ServerSocket server) throws IOException {
        Request request = new Request.Builder().url("http://127.0.0.1:" + server.getLocalPort() + "/").build();
        client.newCall(request).execute().close();
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void hangUp(ServerSocket server) {
        try {
            while (true) {
                try (Socket client = server.accept()) {
                    client.getInputStream().read();
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }
}
