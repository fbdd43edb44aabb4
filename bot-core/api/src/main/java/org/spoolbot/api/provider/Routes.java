package org.spoolbot.api.provider;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.video.Mode;

/**
 * In what order gateways are tried, per kind of request.
 *
 * @param byMode the order for requests of a mode
 * @param otherwise the order for all others
 */
public record Routes(Map<Mode, Route> byMode, Route otherwise) {
    /** All gateways as they were registered. */
    public static final Routes DEFAULT = new Routes(Map.of(), new Route(List.of(), Preference.ORDER));

    public Routes {
        byMode = Map.copyOf(byMode);
        requireNonNull(otherwise, "otherwise is null");
    }

    /** The order for requests of that mode. */
    public Route of(Mode mode) {
        return byMode.getOrDefault(mode, otherwise);
    }

    /**
     * An order.
     *
     * @param stops who is tried; empty for all gateways as they were registered
     * @param preference who of them comes first
     */
    public record Route(List<Stop> stops, Preference preference) {
        public Route {
            stops = List.copyOf(stops);
            requireNonNull(preference, "preference is null");
        }
    }

    /**
     * A gateway on a route.
     *
     * @param provider its id; a gateway that is not there is passed over
     * @param model only this model of it; empty for all its models in their order
     */
    public record Stop(String provider, Optional<String> model) {
        public Stop {
            requireNonNull(provider, "provider is null");
            requireNonNull(model, "model is null");
        }
    }

    /** What decides between those who can make the clip. A stable order: equals stay as they are listed. */
    public enum Preference {
        /** As they are listed. */
        ORDER,
        /** The cheapest for this request. */
        PRICE,
        /** Whose last clips of that kind were made fastest. */
        SPEED
    }
}
