package org.spoolbot.providers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.video.Mode;

/**
 * The order in which gateways are tried for one kind of request.
 *
 * @param providers ids, or {@code id/model}; all gateways in the order of the list if left out
 * @param prefer who of them comes first
 */
public record RouteSettings(Optional<List<String>> providers, Optional<Preference> prefer) {
    private static final String OTHERWISE = "default";

    public RouteSettings {
        providers.orElse(List.of()).stream()
                .filter(stop -> !stop.matches("[a-z][a-z0-9-]{0,39}(/[a-z0-9][a-z0-9.-]{0,39})?"))
                .findFirst()
                .ifPresent(stop -> {
                    throw new IllegalArgumentException("'" + stop + "' is no provider; write its id, or id/model");
                });
    }

    static List<String> faults(Map<String, RouteSettings> named) {
        List<String> faults = new ArrayList<>();
        for (String name : named.keySet()) {
            if (!name.equals(OTHERWISE) && mode(name).isEmpty()) {
                faults.add("routes." + name + " is no kind of request; write default, text, first-frame, first-last-frame or reference");
            }
        }
        return faults;
    }

    static Routes routes(Map<String, RouteSettings> named) {
        Map<Mode, Routes.Route> byMode = new EnumMap<>(Mode.class);
        named.forEach((name, route) -> mode(name).ifPresent(mode -> byMode.put(mode, route.route())));
        Routes.Route otherwise = Optional.ofNullable(named.get(OTHERWISE)).map(RouteSettings::route).orElse(Routes.DEFAULT.otherwise());
        return new Routes(byMode, otherwise);
    }

    /** The ids of the gateways that routes name. */
    static List<String> named(Map<String, RouteSettings> routes) {
        return routes.values().stream()
                .flatMap(route -> route.route().stops().stream())
                .map(Routes.Stop::provider)
                .distinct()
                .toList();
    }

    private Routes.Route route() {
        List<Routes.Stop> stops = providers.orElse(List.of()).stream().map(RouteSettings::stop).toList();
        Routes.Preference preference = switch (prefer.orElse(Preference.ORDER)) {
            case ORDER -> Routes.Preference.ORDER;
            case PRICE -> Routes.Preference.PRICE;
            case SPEED -> Routes.Preference.SPEED;
        };
        return new Routes.Route(stops, preference);
    }

    private static Routes.Stop stop(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new Routes.Stop(text, Optional.empty())
                : new Routes.Stop(text.substring(0, slash), Optional.of(text.substring(slash + 1)));
    }

    private static Optional<Mode> mode(String name) {
        return List.of(Mode.values()).stream()
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst();
    }

    /** Who comes first. */
    public enum Preference {
        ORDER,
        PRICE,
        SPEED
    }
}
