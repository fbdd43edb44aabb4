package org.spoolbot.providers;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.providers.gateway.Dialect;
import org.spoolbot.providers.gateway.GatewaySwitch;

/**
 * What one gateway has. What is left out is off.
 *
 * @param listsTasks whether many tasks can be asked for at once
 * @param cancels whether a waiting task can be withdrawn
 * @param callbacks whether it calls back when a task ends
 * @param uploads whether files go to its upload service first
 * @param assetLibrary whether pictures go through its asset library
 * @param uploadUrl where its upload service is, if not at the vendor's
 */
public record OfferSettings(
        Optional<Boolean> listsTasks,
        Optional<Boolean> cancels,
        Optional<Boolean> callbacks,
        Optional<Boolean> uploads,
        Optional<Boolean> assetLibrary,
        Optional<URI> uploadUrl) {
    static final OfferSettings NONE = new OfferSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Set<GatewaySwitch> switches() {
        Set<GatewaySwitch> on = EnumSet.noneOf(GatewaySwitch.class);
        for (GatewaySwitch each : GatewaySwitch.values()) {
            if (value(each).orElse(false)) {
                on.add(each);
            }
        }
        return on;
    }

    List<String> faults(Dialect dialect) {
        return switches().stream()
                .filter(each -> !dialect.switches().contains(each))
                .map(each -> "offers." + each.key() + " means nothing to the dialect " + dialect.name() + "; remove it")
                .toList();
    }

    private Optional<Boolean> value(GatewaySwitch each) {
        return switch (each) {
            case LISTS_TASKS -> listsTasks;
            case CANCELS -> cancels;
            case CALLBACKS -> callbacks;
            case UPLOADS -> uploads;
            case ASSET_LIBRARY -> assetLibrary;
        };
    }
}
