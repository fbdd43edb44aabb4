package org.spoolbot.providers.sandbox.serve;

import java.util.List;

/**
 * A request to a dialect's paths, with everything secret taken out.
 *
 * @param dialect the dialect's name, such as {@code laozhang-videos}
 * @param method such as POST
 * @param path with its parameters
 * @param status what was answered; 0 if nothing was
 * @param body the body as text, or the parts of a form
 * @param clientRequestId the caller's own name for the call, may be empty
 */
public record RecordedRequest(String dialect, String method, String path, int status, Body body, String clientRequestId) {

    /**
     * What was sent.
     *
     * @param text the text, cut where it is very long; empty for a form
     * @param parts the parts of a form, in their order
     */
    public record Body(String text, List<Part> parts) {

        static final Body NONE = new Body("", List.of());
    }

    /**
     * A part of a form.
     *
     * @param name its name
     * @param fileName the name of its file, or empty
     * @param contentType its type, or empty
     * @param text its value, if it is no file
     * @param bytes its length
     */
    public record Part(String name, String fileName, String contentType, String text, long bytes) {}
}
