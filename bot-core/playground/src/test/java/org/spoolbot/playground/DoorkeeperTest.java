package org.spoolbot.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.testkit.FakeRequest;
import org.spoolbot.testkit.MemoryStore;

class DoorkeeperTest {
    @TempDir
    Path folder;

    private Bench closed() {
        return new Bench(folder, new MemoryStore(), false);
    }

    private static void refused(int status, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .asInstanceOf(InstanceOfAssertFactories.type(HttpException.class))
                .extracting(HttpException::status)
                .isEqualTo(status);
    }

    @Test
    void with_only_the_sandbox_anybody_on_this_machine_is_a_plain_member() throws Exception {
        Bench bench = closed();
        String token = bench.enter("{\"user\":\"ada\"}");
        Session session = bench.doorkeeper.session(bench.as(token, FakeRequest.get("/")));
        assertThat(session.admin()).isFalse();
        assertThat(session.chat()).isEqualTo("ada");
    }

    @Test
    void nobody_becomes_an_admin_without_the_consoles_link() {
        refused(403, () -> closed().enter("{\"admin\":true}"));
    }

    @Test
    void with_a_paid_provider_nobody_enters_without_the_consoles_link() {
        Bench bench = closed();
        bench.paid.set(true);
        refused(403, () -> bench.enter("{}"));
    }

    @Test
    void another_machine_needs_the_consoles_link_even_for_samples() {
        InetAddress neighbour = InetAddress.ofLiteral("192.0.2.7");
        refused(403, () -> closed().routes.answer(FakeRequest.post("/api/session", "{}").from(neighbour)));
    }

    @Test
    void the_consoles_link_makes_an_admin_once() throws Exception {
        Bench bench = closed();
        bench.paid.set(true);
        String body = "{\"link\":\"" + bench.doorkeeper.newLink() + "\"}";
        String token = bench.enter(body);
        assertThat(bench.doorkeeper.session(bench.as(token, FakeRequest.get("/"))).admin()).isTrue();
        refused(403, () -> bench.enter(body));
    }

    @Test
    void a_reload_keeps_the_session_also_when_the_link_is_needed() throws Exception {
        Bench bench = closed();
        bench.paid.set(true);
        String token = bench.enter("{\"link\":\"" + bench.doorkeeper.newLink() + "\"}");
        assertThat(bench.body(bench.routes.answer(bench.as(token, FakeRequest.post("/api/session", "{}")))).path("admin").asBoolean())
                .isTrue();
    }

    @Test
    void a_name_gives_nobody_an_admins_chat() {
        refused(400, () -> closed().enter("{\"user\":\"admin-ada\"}"));
        refused(400, () -> closed().enter("{\"user\":\"a/b\"}"));
    }

    @Test
    void cookies_cannot_be_read_by_scripts_nor_sent_from_other_sites() throws Exception {
        assertThat(closed().routes.answer(FakeRequest.post("/api/session", "{}")).headers().get("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict");
    }

    @Test
    void an_open_playground_lets_tests_be_anybody() throws Exception {
        Bench bench = new Bench(folder, new MemoryStore(), true);
        bench.paid.set(true);
        String token = bench.enter("{\"user\":\"root\",\"admin\":true}");
        assertThat(bench.doorkeeper.session(bench.as(token, FakeRequest.get("/"))).admin()).isTrue();
    }

    @Test
    void every_route_but_the_door_and_the_page_needs_a_session() {
        Bench bench = closed();
        for (String path : new String[] {"/api/events", "/api/commands", "/api/complete", "/api/files/x", "/api/uploads/x"}) {
            refused(401, () -> bench.routes.answer(FakeRequest.get(path)));
        }
        refused(401, () -> bench.routes.answer(FakeRequest.form("/api/messages").field("text", "hi")));
        refused(401, () -> bench.routes.answer(FakeRequest.post("/api/actions", "{}")));
    }
}
