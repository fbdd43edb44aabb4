package org.spoolbot.providers.sandbox;

import java.util.List;
import org.spoolbot.providers.sandbox.ark.ArkFront;
import org.spoolbot.providers.sandbox.laozhang.MultipartFront;
import org.spoolbot.providers.sandbox.laozhang.VideosFront;
import org.spoolbot.providers.sandbox.serve.Desks;
import org.spoolbot.providers.sandbox.serve.Front;

/** The dialects that the sandbox speaks: one line each. */
final class Assembly {

    private Assembly() {}

    static List<Front> fronts(Desks desks) {
        return List.of(
                new ArkFront(desks),
                new MultipartFront(desks),
                new VideosFront(desks));
    }
}
