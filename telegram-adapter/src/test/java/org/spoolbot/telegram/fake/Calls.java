package org.spoolbot.telegram.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Every call of the bot, in the order of arrival, except getUpdates. */
public final class Calls {
    private static final int MOST = 20_000;

    private final Scene scene;
    private final Deque<Call> calls = new ArrayDeque<>();

    Calls(Scene scene) {
        this.scene = scene;
    }

    void add(Call call) {
        scene.change(() -> {
            if (calls.size() == MOST) {
                calls.removeFirst();
            }
            calls.add(call);
        });
    }

    public List<Call> all() {
        return scene.in(() -> List.copyOf(calls));
    }

    public List<Call> of(String method) {
        return all().stream().filter(call -> call.method().equalsIgnoreCase(method)).toList();
    }

    public int count(String method) {
        return of(method).size();
    }

    /** Blocks until there are so many. */
    public List<Call> await(String method, int number, Duration patience) {
        if (!scene.await(patience, () -> count(method) >= number)) {
            throw new AssertionError(method + " was called " + count(method) + " times instead of " + number);
        }
        return of(method);
    }

    public void clear() {
        scene.change(calls::clear);
    }
}
