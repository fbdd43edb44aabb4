package org.spoolbot.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.ProviderRegistry;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.testkit.CapturedRoutes;
import org.spoolbot.testkit.FakeRequest;
import org.spoolbot.testkit.MemoryStore;

class CallbackRouteTest {
    private final CapturedRoutes routes = new CapturedRoutes();
    private final MemoryStore store = new MemoryStore();
    private final List<String> hints = new ArrayList<>();
    private final PluginContext context = context();
    private String path = "";

    @BeforeEach
    void open() {
        CallbackRoute route = new CallbackRoute(context, "evolink");
        route.open();
        path = route.address().orElseThrow().getPath();
    }

    private HttpResponse call(String where, String body) throws Exception {
        return routes.answer(FakeRequest.post(where, body));
    }

    @Test
    void a_callback_makes_its_task_be_asked_about_at_once() throws Exception {
        assertThat(call(path, "{\"id\":\"task-unified-1-a\",\"status\":\"completed\"}").status()).isEqualTo(200);
        assertThat(hints).containsExactly("evolink task-unified-1-a");
    }

    @Test
    void whoever_does_not_know_the_secret_learns_nothing_and_moves_nothing() {
        String wrong = path.substring(0, path.length() - 1) + (path.endsWith("0") ? "1" : "0");
        assertThatThrownBy(() -> call(wrong, "{\"id\":\"t\"}"))
                .isInstanceOfSatisfying(HttpException.class, refused -> assertThat(refused.status()).isEqualTo(404));
        assertThat(hints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "not json", "{}", "{\"id\":7", "{\"id\":\"\"}"})
    void trap_21_a_body_that_says_nothing_is_thanked_for_and_changes_nothing(String body) throws Exception {
        assertThat(call(path, body).status()).isEqualTo(200);
        assertThat(hints).isEmpty();
    }

    @Test
    void a_callback_to_the_address_of_before_a_restart_still_arrives() throws Exception {
        assertThat(new CallbackRoute(context, "evolink").address().orElseThrow().getPath()).isEqualTo(path);
        assertThat(path).matches("/evolink/[0-9a-f]{48}");
    }

    private PluginContext context() {
        Class<?>[] types = {PluginContext.class};
        return (PluginContext) Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, arguments) ->
                switch (method.getName()) {
                    case "http" -> routes;
                    case "store" -> store;
                    case "providers" -> registry();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private ProviderRegistry registry() {
        return new ProviderRegistry() {
            @Override
            public Registration register(VideoProvider provider) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<VideoProvider> providers() {
                return List.of();
            }

            @Override
            public Registration route(Routes order) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void hint(String providerId, String taskId) {
                hints.add(providerId + " " + taskId);
            }
        };
    }
}
