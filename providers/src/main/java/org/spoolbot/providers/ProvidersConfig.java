package org.spoolbot.providers;

import java.net.URI;
import java.util.ArrayList;
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
 * @param routes in what order gateways are tried, by kind of request
 */
public record ProvidersConfig(
        int configVersion,
        SandboxMode sandbox,
        Optional<URI> sandboxUrl,
        List<Entry> providers,
        Optional<Map<String, RouteSettings>> routes) {
    public ProvidersConfig {
        providers = List.copyOf(providers);
        List<String> faults = new ArrayList<>();
        long ids = providers.stream().map(Entry::id).distinct().count();
        if (ids < providers.size()) {
            faults.add("two providers have the same id; give each its own");
        }
        routes.ifPresent(named -> faults.addAll(RouteSettings.faults(named)));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
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

    /**
     * A gateway.
     *
     * @param id its id
     * @param dialect how it is spoken to
     * @param baseUrl its address; the vendor's if empty
     * @param apiKey its key; empty switches it off
     * @param offers what it has beyond what every gateway of its dialect has
     * @param models prices, and what is other than the dialect says, by model id
     * @param limits how much it may be asked
     */
    public record Entry(
            String id,
            String dialect,
            Optional<URI> baseUrl,
            Secret apiKey,
            Optional<OfferSettings> offers,
            Optional<Map<String, ModelSettings>> models,
            Optional<LimitSettings> limits) {
        public Entry {
            List<String> faults = new ArrayList<>();
            if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
                faults.add("'" + id + "' is no id; write 1 to 40 of a-z, 0-9 and -");
            }
            if (id.equals(ProvidersPlugin.SANDBOX_ID)) {
                faults.add("the id 'sandbox' belongs to the sandbox; choose another");
            }
            Dialects.named(dialect).ifPresentOrElse(
                    known -> {
                        offers.ifPresent(offered -> faults.addAll(offered.faults(known)));
                        models.ifPresent(changed -> faults.addAll(ModelSettings.faults(changed, known)));
                    },
                    () -> faults.add("'" + dialect + "' is no dialect; write one of " + String.join(", ", Dialects.names())));
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", faults));
            }
        }
    }
}
