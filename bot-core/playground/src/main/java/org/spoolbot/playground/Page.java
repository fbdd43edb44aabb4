package org.spoolbot.playground;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpRequest;
import org.spoolbot.api.http.HttpResponse;

/** The page's files, from the jar. */
final class Page {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final String POLICY = "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    HttpResponse serve(HttpRequest request) throws HttpException, IOException {
        String path = request.path().equals("/") ? "/index.html" : request.path();
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !path.matches("(/[a-z0-9][a-z0-9-]*){1,4}\\.[a-z]+")) {
            throw notHere();
        }
        try (InputStream file = Page.class.getResourceAsStream("/web" + path)) {
            if (file == null) {
                throw notHere();
            }
            HttpResponse.Body content = new HttpResponse.Body.Bytes(file.readAllBytes());
            return new HttpResponse(200, Map.of("Content-Type", type, "Cache-Control", "no-cache"), content)
                    .with("Content-Security-Policy", POLICY);
        }
    }

    private static HttpException notHere() {
        return new HttpException(404, "There is nothing here.");
    }
}
