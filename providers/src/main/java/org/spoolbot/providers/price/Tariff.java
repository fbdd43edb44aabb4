package org.spoolbot.providers.price;

import java.util.Optional;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.VideoRequest;

/** How a gateway bills a model. */
public sealed interface Tariff permits TokenRate, SecondRate, ClipRate {
    /** What a clip costs at most; empty if this tariff has no price for such a clip. */
    Optional<Money> estimate(VideoRequest request);

    /** What so many billed tokens of such a clip cost; empty if it is not tokens that are billed. */
    default Optional<Money> ofTokens(VideoRequest request, long tokens) {
        return Optional.empty();
    }
}
