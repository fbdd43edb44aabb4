package org.spoolbot.providers.dialect.kyyvideo2;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.providers.gateway.GatewayAnswers;
import org.spoolbot.providers.gateway.GatewayFault;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.http.GatewayClient;

/** The calls of the asset library. It fetches pictures by address and looks at them for some seconds. */
final class KyyLibrary {
    private static final String UPLOAD = "/kyyVideo2/asset/upload";
    private static final String ASSETS = "/kyyVideo2/asset/";

    private final GatewayClient client;
    private final GatewayJson json;
    private final KyyRequests requests;
    private final KyyAnswers answers;
    private final GatewayAnswers calls;

    KyyLibrary(GatewayClient client, GatewayJson json, KyyAnswers answers, GatewayAnswers calls) {
        this.client = requireNonNull(client, "client is null");
        this.json = requireNonNull(json, "json is null");
        this.requests = new KyyRequests(json);
        this.answers = requireNonNull(answers, "answers is null");
        this.calls = requireNonNull(calls, "calls is null");
    }

    /** Hands a picture in; its id there. */
    String add(String address) throws ProviderException {
        return calls.found(answers.plain(client.post(UPLOAD, requests.picture(address))))
                .map(body -> KyyAnswers.content(body).path("assetId").asText(""))
                .filter(id -> id.matches("[A-Za-z0-9._-]{1,200}"))
                .orElseThrow(() -> new ProviderException(ErrorKind.PROTOCOL, "the asset library gave no id"));
    }

    /** Whether a picture may be used; empty if the library does not know it (any more). */
    Optional<Review> review(String assetId) throws ProviderException {
        String path = ASSETS + URLEncoder.encode(assetId, StandardCharsets.UTF_8);
        Optional<JsonNode> body = known(path);
        return body.isPresent() ? Optional.of(review(body.get())) : Optional.empty();
    }

    /** A picture that is not there comes as a refusal with a sentence of its own; there is nothing else to refuse in a question. */
    private Optional<JsonNode> known(String path) throws ProviderException {
        try {
            return calls.found(answers.plain(client.get(path)));
        } catch (ProviderException fault) {
            if (fault.kind() == ErrorKind.MEDIA_UNFETCHABLE || fault.kind() == ErrorKind.INVALID_PARAMS) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private Review review(JsonNode body) throws ProviderException {
        JsonNode asset = KyyAnswers.content(body);
        return switch (asset.path("status").asText("")) {
            case "Active" -> new Review.Active();
            case "Processing" -> new Review.Running();
            case "Failed" -> new Review.Refused(refusal(json.fault(asset), json.fault(body)));
            default -> throw new ProviderException(ErrorKind.PROTOCOL, "the asset library's answer has no known status");
        };
    }

    /** What a review ends with is that a picture could not be read, or that it may not be used. */
    private static ErrorKind refusal(GatewayFault inner, GatewayFault outer) {
        GatewayFault told = inner.message().isEmpty() ? outer : inner;
        boolean unread = told.mentions("无法访问", "无法下载", "下载失败", "格式", "download", "fetch", "url", "format", "unreachable");
        return unread ? ErrorKind.MEDIA_UNFETCHABLE : ErrorKind.FACE_REJECTED;
    }

    /** How a review stands. */
    sealed interface Review {
        /** The picture may be used. */
        record Active() implements Review {}

        /** It is still looked at. */
        record Running() implements Review {}

        /** It may not be used. */
        record Refused(ErrorKind kind) implements Review {}
    }
}
