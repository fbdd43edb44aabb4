package org.spoolbot.engine.http;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.engine.media.MediaCabinet;

/** Serves stored files under their signed addresses. */
final class MediaPage {
    private static final long MEMBER_TIMES = 10;
    /** A gateway asks again for each of its tries. */
    private static final long PROVIDER_TIMES = 50;
    private static final String NOTHING_BUT_ITSELF =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

    private final HmacLinks links;
    private final MediaCabinet cabinet;
    private final Answering answering;
    private final InstantSource clock;
    private final LinkBudgets budgets = new LinkBudgets();

    @Inject
    MediaPage(HmacLinks links, MediaCabinet cabinet, Answering answering, InstantSource clock) {
        this.links = links;
        this.cabinet = cabinet;
        this.answering = answering;
        this.clock = clock;
    }

    void answer(Exchange exchange, String name) throws IOException {
        String method = exchange.request().getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            answering.answer(exchange, Exchange.error(405, "This address can only be read.").with("Allow", "GET, HEAD"));
            return;
        }
        String token = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        Optional<LinkToken> link = links.open(token);
        Optional<MediaFile> file = link.flatMap(open -> cabinet.find(open.sha256()))
                .filter(stored -> Files.isRegularFile(stored.path()));
        if (link.isEmpty() || file.isEmpty()) {
            answering.answer(exchange, gone());
            return;
        }
        serve(exchange, token, link.get(), file.get());
    }

    private void serve(Exchange exchange, String token, LinkToken link, MediaFile file) throws IOException {
        long size = file.info().bytes();
        FilePlan plan = FilePlan.of(size, "\"" + file.info().sha256() + "\"", exchange.wishes());
        long wanted = exchange.isHead() ? 0 : plan.count();
        if (!budgets.take(token, link, wanted, budget(link, size), clock.instant())) {
            answering.answer(exchange, Exchange.error(429, "This link has served all it may; ask for a new one."));
            return;
        }
        AtomicLong served = new AtomicLong();
        try {
            answering.send(exchange, file.path(), plan, headers(file), served::addAndGet);
        } finally {
            budgets.giveBack(token, wanted - served.get());
        }
    }

    private static long budget(LinkToken link, long size) {
        return switch (link.purpose()) {
            case MEMBER -> MEMBER_TIMES * size;
            case PROVIDER -> PROVIDER_TIMES * size;
        };
    }

    private static Map<String, String> headers(MediaFile file) {
        String name = file.info().sha256().substring(0, 12) + "." + file.info().type().extension();
        return Map.of(
                "Content-Type", file.info().type().mimeType(),
                "Content-Disposition", "inline; filename=\"" + name + "\"",
                "Content-Security-Policy", NOTHING_BUT_ITSELF,
                "Cache-Control", "private, no-store");
    }

    /** Whether it expired, was ended or never was is not told. */
    private static HttpResponse gone() {
        return Exchange.error(404, "This link does not work, or no longer.");
    }
}
