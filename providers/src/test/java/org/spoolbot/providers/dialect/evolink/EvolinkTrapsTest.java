package org.spoolbot.providers.dialect.evolink;

import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.providers.dialect.PaidOnceTraps;
import org.spoolbot.providers.gateway.Dialect;

class EvolinkTrapsTest extends PaidOnceTraps {
    @Override
    protected Dialect dialect() {
        return new EvolinkDialect();
    }

    @Override
    protected GenerationOrder heavy() {
        Prompt prompt = Prompt.plain("x".repeat(2000));
        return bench.order(
                prompt,
                Mode.REFERENCE,
                bench.link(1, MediaType.PNG, "https://bot.example/media/1.png"),
                bench.link(1, MediaType.MP4, "https://bot.example/media/v.mp4"));
    }
}
