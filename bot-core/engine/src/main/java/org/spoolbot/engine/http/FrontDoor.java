package org.spoolbot.engine.http;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpResponse;

/** Every request comes in here: the gate, then the server's own pages, then the plugin's route. */
final class FrontDoor extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");
    private static final String MEDIA = "/media/";

    private final Gate gate;
    private final Desks desks;

    @Inject
    FrontDoor(Gate gate, Desks desks) {
        this.gate = gate;
        this.desks = desks;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // A handler may think for longer than a silent connection may stay; reading and writing still time out.
        request.addIdleTimeoutListener(timeout -> false);
        Exchange exchange = new Exchange(request, response);
        try {
            receive(exchange);
            end(exchange, callback);
        } catch (CappedStream.TooLongException tooLong) {
            excuse(exchange, callback, 413, "The body is too large.", Rest.MAY_COME);
        } catch (HttpException refusal) {
            excuse(exchange, callback, refusal.status(), String.valueOf(refusal.getMessage()), Rest.MAY_COME);
        } catch (IOException | RuntimeException | Error fault) {
            failed(exchange, callback, fault);
        }
        return true;
    }

    /** The server finds some faults of a request only when its body is read. */
    private void failed(Exchange exchange, Callback callback, Throwable fault) {
        if (faultOfClient(fault)) {
            excuse(exchange, callback, 400, "The request is malformed or was cut off.", Rest.IS_LOST);
            return;
        }
        LOG.error("a request to {} failed", pluginOf(exchange.request()), fault);
        excuse(exchange, callback, 500, "This did not work, and it is the server's fault.", Rest.MAY_COME);
    }

    private static boolean faultOfClient(Throwable fault) {
        List<Throwable> chain = Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(8).toList();
        // An answer that cannot be written for its own sake, such as one with endless headers, is a fault of the plugin.
        boolean unwritable = chain.stream()
                .anyMatch(cause -> cause instanceof org.eclipse.jetty.http.HttpException known && known.getCode() >= 500);
        return !unwritable && chain.stream().anyMatch(ClientFaultException.class::isInstance);
    }

    private void end(Exchange exchange, Callback callback) {
        desks.meters().answered(exchange.request(), exchange.response().getStatus());
        callback.succeeded();
    }

    private void breakOff(Exchange exchange, Callback callback, IOException reason) {
        desks.meters().answered(exchange.request(), exchange.response().getStatus());
        callback.failed(reason);
    }

    @Override
    protected void doStart() throws Exception {
        desks.workFolder().empty();
        super.doStart();
    }

    /** The first two segments, because what follows may be secret. */
    private static String pluginOf(Request request) {
        String path = Request.getPathInContext(request);
        int second = path.indexOf('/', path.startsWith("/plugins/") ? "/plugins/".length() : 1);
        String start = second < 0 && path.startsWith("/plugins/") ? path : path.substring(0, Math.max(second, 0)) + "/…";
        return start.replaceAll("[^A-Za-z0-9/…._-]", "?");
    }

    private void receive(Exchange exchange) throws HttpException, IOException {
        String path = decoded(exchange.request());
        Gate.Verdict verdict = gate.judge(callerOf(exchange, path));
        switch (verdict) {
            case Gate.Verdict.Refused(int status, String message) -> throw new HttpException(status, message);
            case Gate.Verdict.Admitted(boolean isPublic) -> admit(exchange, path, isPublic);
        }
    }

    private void admit(Exchange exchange, String path, boolean isPublic) throws HttpException, IOException {
        if (path.startsWith(MEDIA)) {
            RequestMeters.note(exchange.request(), "media");
            desks.media().answer(exchange, path.substring(MEDIA.length()));
            return;
        }
        Optional<HttpResponse> page = desks.health().page(path);
        if (page.isPresent()) {
            RequestMeters.note(exchange.request(), "health");
            String method = exchange.request().getMethod();
            boolean reads = method.equals("GET") || method.equals("HEAD");
            desks.answering().answer(exchange, reads ? page.get() : notAllowed("GET, HEAD"));
            return;
        }
        switch (desks.routes().match(exchange.request().getMethod(), path, isPublic)) {
            case RouteTable.Match.Nothing nothing -> throw new HttpException(404, "There is nothing here.");
            case RouteTable.Match.OtherMethods(String allowed) -> desks.answering().answer(exchange, notAllowed(allowed));
            case RouteTable.Match.Found found -> pass(exchange, found, isPublic);
        }
    }

    private void pass(Exchange exchange, RouteTable.Match.Found found, boolean isPublic) throws HttpException, IOException {
        RequestMeters.note(exchange.request(), found.pluginId());
        try (JettyRequest request = new JettyRequest(exchange.request(), found.rest(), isPublic, desks.workFolder())) {
            desks.answering().answer(exchange, found.handler().handle(request));
        }
    }

    private static HttpResponse notAllowed(String allowed) {
        return Exchange.error(405, "This address takes only " + allowed + ".").with("Allow", allowed);
    }

    private static String decoded(Request request) throws HttpException {
        String raw = request.getHttpURI().getCanonicalPath();
        String path = raw == null ? "" : URIUtil.decodePath(raw);
        boolean plain = path.startsWith("/") && path.chars().noneMatch(sign -> sign < ' ' || sign == '\\' || sign == 0x7f);
        boolean climbs = (path + "/").contains("/../") || (path + "/").contains("/./");
        if (!plain || climbs || path.getBytes(StandardCharsets.UTF_8).length > 4096) {
            throw new HttpException(400, "This address is malformed.");
        }
        return path;
    }

    private static Gate.Caller callerOf(Exchange exchange, String path) {
        return new Gate.Caller(
                path,
                exchange.header(HttpHeader.HOST).orElse(""),
                exchange.header(HttpHeader.ORIGIN),
                Optional.ofNullable(exchange.request().getHeaders().get("Sec-Fetch-Site")),
                SIGNS_OF_A_PROXY.stream().anyMatch(exchange.request().getHeaders()::contains));
    }

    private void excuse(Exchange exchange, Callback callback, int status, String message, Rest rest) {
        if (exchange.response().isCommitted()) {
            breakOff(exchange, callback, new IOException("the answer had begun when it failed"));
            return;
        }
        try {
            exchange.response().reset();
            desks.answering().answer(exchange, Exchange.error(status, message));
            if (rest == Rest.MAY_COME) {
                exchange.hearOut();
            }
            end(exchange, callback);
        } catch (IOException gone) {
            breakOff(exchange, callback, gone);
        }
    }

    /** What of a body was not read when its request failed. */
    private enum Rest {
        MAY_COME,
        IS_LOST
    }

    /** Who answers what. */
    record Desks(
            RouteTable routes,
            MediaPage media,
            HealthPages health,
            Answering answering,
            RequestMeters meters,
            WorkFolder workFolder) {}
}
