package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.http.HttpHandler;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.plugin.Registration;

class RoutesTest {
    @TempDir
    Path home;

    private static HttpHandler saying(String word) {
        return request -> HttpResponse.text(200, "text/plain; charset=utf-8", word + " " + request.path());
    }

    @Test
    void aPluginAnswersBelowItsFolderAndItsMounts() throws Exception {
        try (Site site = Site.in(home).mounting(Map.of("/shop/", "demo")).open()) {
            site.get("/list", saying("list"));

            assertThat(site.fetch("/plugins/demo/list").body()).isEqualTo("list /list");
            assertThat(site.fetch("/shop/list").body()).isEqualTo("list /list");
            assertThat(site.fetch("/shopping/list").statusCode()).isEqualTo(404);
            assertThat(site.fetch("/plugins/other/list").statusCode()).isEqualTo(404);
            assertThat(site.fetch("/plugins/demo").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theLongestMountAnswersFirstAndTheShorterOnesWhatItDoesNotKnow() throws Exception {
        Map<String, String> mounts = Map.of("/", "root", "/shop", "demo", "/shop/new", "fresh");
        try (Site site = Site.in(home).mounting(mounts).open()) {
            site.routes.add("root", "GET", "/*", saying("root"));
            site.routes.add("demo", "GET", "/new/hat", saying("demo"));
            site.routes.add("fresh", "GET", "/coat", saying("fresh"));

            assertThat(site.fetch("/shop/new/coat").body()).isEqualTo("fresh /coat");
            assertThat(site.fetch("/shop/new/hat").body()).isEqualTo("demo /new/hat");
            assertThat(site.fetch("/shop/else").body()).isEqualTo("root /shop/else");
            assertThat(site.fetch("/").body()).isEqualTo("root /");
        }
    }

    @Test
    void theClosestRouteOfAPluginAnswers() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.get("/*", saying("any")).get("/api/*", saying("api")).get("/api/files/one", saying("one"));

            assertThat(site.fetch("/plugins/demo/api/files/one").body()).isEqualTo("one /api/files/one");
            assertThat(site.fetch("/plugins/demo/api/files/two").body()).isEqualTo("api /api/files/two");
            assertThat(site.fetch("/plugins/demo/apis").body()).isEqualTo("any /apis");
        }
    }

    @Test
    void headIsServedByGetWithItsLengthAndNoBody() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.get("/list", saying("list"));

            var answer = site.send(site.to("/plugins/demo/list").method("HEAD", HttpRequest.BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Length")).contains("10");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void anUnknownAddressAndAWrongMethodAreToldAsJson() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.get("/list", saying("list")).post("/list", saying("posted"));

            var nothing = site.fetch("/plugins/demo/nothing");
            assertThat(nothing.statusCode()).isEqualTo(404);
            assertThat(nothing.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
            assertThat(nothing.body()).isEqualTo("{\"error\":\"There is nothing here.\"}");

            var wrong = site.send(site.to("/plugins/demo/list").DELETE());
            assertThat(wrong.statusCode()).isEqualTo(405);
            assertThat(wrong.headers().firstValue("Allow")).contains("GET, HEAD, POST");
            assertThat(wrong.body()).startsWith("{\"error\":");
        }
    }

    @Test
    void aPluginThatIsDisabledAnswersNoLonger() throws Exception {
        try (Site site = Site.in(home).open()) {
            Registration registration = site.routes.add("demo", "GET", "/list", saying("list"));
            assertThat(site.fetch("/plugins/demo/list").statusCode()).isEqualTo(200);

            registration.close();

            assertThat(site.fetch("/plugins/demo/list").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aRouteThatCouldNeverAnswerIsRefusedWhenItIsRegistered() {
        try (Site site = Site.in(home).open()) {
            site.get("/list", saying("list"));

            assertThatThrownBy(() -> site.get("/list", saying("again"))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> site.get("list", saying(""))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> site.get("/a*", saying(""))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> site.get("/*/b", saying(""))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> site.routes.add("demo", "get", "/x", saying(""))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aHandlerSeesTheDecodedPathQueryHeadersAndCookies() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.get("/echo/*", request -> HttpResponse.text(
                    200,
                    "text/plain; charset=utf-8",
                    String.join("|", request.method(), request.path(), request.query("q").orElse("-"),
                            request.query("none").orElse("-"), request.header("x-word").orElse("-"),
                            request.cookie("session").orElse("-"), String.valueOf(request.headers().get("X-WORD")),
                            String.valueOf(request.remoteAddress().isLoopbackAddress()), String.valueOf(request.isPublic()))));

            var answer = site.fetch("/plugins/demo/echo/a%20b%3Bc+e/%C3%A4?q=1%262&q=3", "X-Word", "hi", "Cookie", "a=b; session=s1");

            assertThat(answer.body()).isEqualTo("GET|/echo/a b;c+e/ä|1&2|-|hi|s1|[hi]|true|false");
        }
    }

    @Test
    void headersOfAPluginCannotBreakTheAnswerAndTheServersOwnAreAdded() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.get("/x", request -> HttpResponse.empty(204).with("X-Name", "a\r\nSet-Cookie: evil=1").with("referrer-policy", "origin"));

            var answer = site.fetch("/plugins/demo/x");

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("origin");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }
}
