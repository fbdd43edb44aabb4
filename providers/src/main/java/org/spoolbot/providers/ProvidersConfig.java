package org.spoolbot.providers;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.config.Secret;

/**
 * {@code plugins/providers/config.yml}.
 *
 * @param configVersion the version of the file
 * @param sandbox when the sandbox is on
 * @param sandboxUrl where a sandbox runs as a process of its own; empty for the one inside
 * @param providers the gateways in the order they are tried
 */
public record ProvidersConfig(int configVersion, SandboxMode sandbox, Optional<URI> sandboxUrl, List<Entry> providers) {
    public ProvidersConfig {
        providers = List.copyOf(providers);
        long ids = providers.stream().map(Entry::id).distinct().count();
        if (ids < providers.size()) {
            throw new IllegalArgumentException("two providers have the same id; give each its own");
        }
    }

    /** The gateways that have a key. */
    List<Entry> withKey() {
        return providers.stream().filter(entry -> !entry.apiKey().isEmpty()).toList();
    }

    /** Whether the sandbox is on. */
    boolean sandboxIsOn() {
        return switch (sandbox) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> withKey().isEmpty();
        };
    }

    /** When the sandbox is on. */
    public enum SandboxMode {
        AUTO,
        ON,
        OFF
    }

    /** How a gateway is spoken to. */
    public enum Dialect {
        ARK
    }

    /**
     * A gateway.
     *
     * @param id its id
     * @param dialect how it is spoken to
     * @param baseUrl its address; the vendor's if empty
     * @param apiKey its key; empty switches it off
     * @param rates prices by model id
     * @param listsTasks whether many tasks can be asked for at once
     * @param cancels whether a waiting task can be withdrawn
     */
    public record Entry(
            String id,
            Dialect dialect,
            Optional<URI> baseUrl,
            Secret apiKey,
            Optional<Map<String, Rate>> rates,
            Optional<Boolean> listsTasks,
            Optional<Boolean> cancels) {
        private static final URI ARK = URI.create("https://ark.cn-beijing.volces.com/api/v3");

        public Entry {
            if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
                throw new IllegalArgumentException("'" + id + "' is no id; write 1 to 40 of a-z, 0-9 and -");
            }
            if (id.equals(ProvidersPlugin.SANDBOX_ID)) {
                throw new IllegalArgumentException("the id 'sandbox' belongs to the sandbox; choose another");
            }
        }

        /** Its address, or the vendor's. */
        URI address() {
            return baseUrl.orElse(ARK);
        }
    }

    /**
     * A price per million tokens.
     *
     * @param perMillion without a video handed in
     * @param perMillionWithVideo with one; the same if empty
     */
    public record Rate(BigDecimal perMillion, Optional<BigDecimal> perMillionWithVideo) {}
}
