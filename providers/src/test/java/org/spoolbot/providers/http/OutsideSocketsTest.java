package org.spoolbot.providers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideSocketsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "::1",
                "fe80::1", "fd00::1", "::ffff:127.0.0.1"
            })
    void a_gateway_cannot_point_a_download_at_the_operators_own_network(String address) throws Exception {
        assertThat(OutsideSockets.isOutside(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "100.63.0.1", "100.128.0.1", "2606:2800:220:1::1"})
    void public_addresses_are_reached(String address) throws Exception {
        assertThat(OutsideSockets.isOutside(InetAddress.getByName(address))).isTrue();
    }
}
