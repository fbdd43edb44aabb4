package org.spoolbot.providers.sandbox;

import java.util.List;
import java.util.stream.Stream;
import org.spoolbot.providers.sandbox.ark.ArkFront;
import org.spoolbot.providers.sandbox.evolink.EvolinkFront;
import org.spoolbot.providers.sandbox.kyy.KyyFront;
import org.spoolbot.providers.sandbox.laozhang.MultipartFront;
import org.spoolbot.providers.sandbox.laozhang.VideosFront;
import org.spoolbot.providers.sandbox.serve.Desks;
import org.spoolbot.providers.sandbox.serve.Front;

/** The dialects that the sandbox speaks: one line each. */
final class Assembly {

    private Assembly() {}

    static List<Front> fronts(Desks desks) {
        return Stream.<List<? extends Front>>of(
                        List.of(new ArkFront(desks)),
                        List.of(new MultipartFront(desks)),
                        List.of(new VideosFront(desks)),
                        KyyFront.fronts(desks),
                        EvolinkFront.fronts(desks))
                .<Front>flatMap(List::stream)
                .toList();
    }
}
