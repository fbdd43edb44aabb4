package org.spoolbot.providers.dialect.ark;

import java.util.List;
import java.util.Map;
import org.spoolbot.api.provider.Model;
import org.spoolbot.providers.price.TokenRate;

/**
 * What is particular to one gateway that speaks Ark.
 *
 * @param id its id in the settings
 * @param models its models in order of preference
 * @param rates its price by model id; a model without one has no known price
 * @param listsTasks whether many tasks can be asked for at once
 * @param cancels whether a waiting task can be withdrawn
 */
public record ArkGateway(String id, List<Model> models, Map<String, TokenRate> rates, boolean listsTasks, boolean cancels) {
    public ArkGateway {
        models = List.copyOf(models);
        rates = Map.copyOf(rates);
    }
}
