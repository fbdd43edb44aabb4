package org.spoolbot.providers.sandbox.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080/a.png", "https://localhost/a", "http://[::1]:9/a", "http://127.1.2.3/a"})
    void thisMachineMayBeAsked(String address) {
        assertThat(Loopback.leadsHere(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a", "http://127.0.0.1.example.com/", "http://10.0.0.1/a", "file:///etc/passwd", "http://[fe80::1]/a",
                "http://[2001:db8::1]/a", "ftp://127.0.0.1/a", "http://localhost.example/", "http://169.254.169.254/"
            })
    void nobodyElseIsAsked(String address) {
        assertThat(Loopback.leadsHere(URI.create(address))).isFalse();
    }
}
