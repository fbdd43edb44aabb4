package org.spoolbot.providers.dialect.laozhangvideos;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The address of a clip with its task's id behind it, as a fragment, which no server sees: if the address does not work, the gateway
 * gives the clip out by the id.
 */
final class ClipAddress {
    private ClipAddress() {}

    static URI of(URI signed, String taskId) {
        return URI.create(bare(signed) + "#" + URLEncoder.encode(taskId, StandardCharsets.UTF_8));
    }

    /** As the gateway signed it. */
    static URI signed(URI address) {
        return URI.create(bare(address));
    }

    static Optional<String> taskId(URI address) {
        return Optional.ofNullable(address.getRawFragment()).map(id -> URLDecoder.decode(id, StandardCharsets.UTF_8));
    }

    private static String bare(URI address) {
        String text = address.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }
}
