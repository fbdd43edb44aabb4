package org.spoolbot.api.http;

import java.io.IOException;

/** Answers requests on a virtual thread. */
@FunctionalInterface
public interface HttpHandler {
    /**
     * Answers one request.
     *
     * @throws HttpException to answer with a status and a sentence
     * @throws IOException when the client is gone
     */
    HttpResponse handle(HttpRequest request) throws HttpException, IOException;
}
