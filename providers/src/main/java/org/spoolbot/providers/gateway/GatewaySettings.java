package org.spoolbot.providers.gateway;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.price.Tariff;

/**
 * One gateway.
 *
 * @param id its id in the settings
 * @param models its models in order of preference
 * @param tariffs its prices by model id; a model without one has no known price
 * @param limits how much it may be asked
 * @param switches what it has
 * @param uploadUrl where its upload service is, if not where the dialect expects it
 */
public record GatewaySettings(
        String id,
        List<Model> models,
        Map<String, Tariff> tariffs,
        GatewayLimits limits,
        Set<GatewaySwitch> switches,
        Optional<URI> uploadUrl) {
    public GatewaySettings {
        requireNonNull(id, "id is null");
        models = List.copyOf(models);
        tariffs = Map.copyOf(tariffs);
        requireNonNull(limits, "limits is null");
        switches = Set.copyOf(switches);
        requireNonNull(uploadUrl, "uploadUrl is null");
    }

    /** Whether it has that. */
    public boolean has(GatewaySwitch wanted) {
        return switches.contains(wanted);
    }

    /** What a clip costs at most; empty if no price is known. */
    public Optional<Money> estimate(Model model, VideoRequest request) {
        return model.sample() ? Optional.of(Money.ZERO) : tariff(model).flatMap(tariff -> tariff.estimate(request));
    }

    /** What so many billed tokens cost; empty if it is not tokens that are billed, or no price is known. */
    public Optional<Money> cost(Model model, VideoRequest request, long tokens) {
        return model.sample() ? Optional.of(Money.ZERO) : tariff(model).flatMap(tariff -> tariff.ofTokens(request, tokens));
    }

    private Optional<Tariff> tariff(Model model) {
        return Optional.ofNullable(tariffs.get(model.id()));
    }
}
