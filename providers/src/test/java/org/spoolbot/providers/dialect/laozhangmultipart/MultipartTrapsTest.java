package org.spoolbot.providers.dialect.laozhangmultipart;

import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Role;
import org.spoolbot.providers.dialect.PaidOnceTraps;
import org.spoolbot.providers.gateway.Dialect;

class MultipartTrapsTest extends PaidOnceTraps {
    @Override
    protected Dialect dialect() {
        return new LaozhangMultipartDialect();
    }

    @Override
    protected GenerationOrder heavy() {
        return bench.order(Prompt.plain("x"), Mode.REFERENCE, bench.file(1, Role.REFERENCE, MediaType.MP4, "m".repeat(300_000)));
    }
}
