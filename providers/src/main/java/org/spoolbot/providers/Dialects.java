package org.spoolbot.providers;

import java.util.List;
import java.util.Optional;
import org.spoolbot.providers.dialect.ark.ArkDialect;
import org.spoolbot.providers.dialect.evolink.EvolinkDialect;
import org.spoolbot.providers.dialect.kyyvideo2.KyyDialect;
import org.spoolbot.providers.dialect.laozhangmultipart.LaozhangMultipartDialect;
import org.spoolbot.providers.dialect.laozhangvideos.LaozhangVideosDialect;
import org.spoolbot.providers.gateway.Dialect;

/** Every way to speak to gateways that there is. A further one is a package and a line here. */
final class Dialects {
    static final List<Dialect> ALL = List.of(
            new ArkDialect(),
            new LaozhangMultipartDialect(),
            new KyyDialect(),
            new LaozhangVideosDialect(),
            new EvolinkDialect());

    private Dialects() {}

    static Optional<Dialect> named(String name) {
        return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Dialect::name).toList();
    }
}
