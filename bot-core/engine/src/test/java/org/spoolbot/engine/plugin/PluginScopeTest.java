package org.spoolbot.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.Logs;

class PluginScopeTest {
    private final PluginScope scope = new PluginScope("alpha");
    private final List<String> undone = new ArrayList<>();

    @Test
    void aFaultWhileOneIsUndoneDoesNotKeepTheOthers() {
        scope.keep(() -> undone.add("first"));
        scope.keep(() -> {
            throw new NoClassDefFoundError("gone");
        });
        scope.keep(() -> undone.add("third"));

        try (Logs logs = new Logs(PluginScope.class)) {
            scope.close();

            assertThat(logs.lines()).containsExactly("a registration of plugin alpha could not be undone");
        }
        assertThat(undone).containsExactly("third", "first");
    }

    @Test
    void whatItsPluginUndidIsNotUndoneAgain() {
        Registration kept = scope.keep(() -> undone.add("early"));

        kept.close();
        kept.close();
        scope.close();

        assertThat(undone).containsExactly("early");
    }

    @Test
    void aPluginThatIsOffRegistersNothingMore() {
        scope.close();

        assertThatThrownBy(() -> scope.keep(() -> undone.add("late")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("plugin alpha is disabled and registers nothing more");
        assertThat(undone).containsExactly("late");
    }

    @Test
    void classesStayUntilTheLastTaskIsOver() {
        Registration task = () -> undone.add("task");
        scope.began(task);
        scope.close();

        assertThat(undone).containsExactly("task");
        assertThat(scope.quiet(Duration.ZERO)).isFalse();
        scope.over(task);
        assertThat(scope.quiet(Duration.ZERO)).isTrue();
    }
}
