package org.spoolbot.telegram.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What goes wrong next. Methods are named as in the docs or {@link #ANY}; downloads are {@code file}. */
public final class Faults {
    public static final String ANY = "*";

    private final Scene scene;
    private final List<Planned> planned = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();

    Faults(Scene scene) {
        this.scene = scene;
    }

    /** The next call of this method goes wrong. Several wait in line. */
    public void next(String method, Fault fault) {
        next(method, 1, fault);
    }

    public void next(String method, int times, Fault fault) {
        scene.change(() -> planned.add(new Planned(method, fault, times)));
    }

    /** Until {@link #clear()}. */
    public void always(String method, Fault fault) {
        next(method, Integer.MAX_VALUE, fault);
    }

    public void clear() {
        scene.change(planned::clear);
    }

    /** Calls of this method arrive and are done only after release. */
    public Hold hold(String method) {
        Hold hold = new Hold(scene, method);
        scene.change(() -> holds.add(hold));
        return hold;
    }

    Optional<Fault> take(String method) {
        for (Hold hold : scene.in(() -> List.copyOf(holds))) {
            hold.pass(method);
        }
        return scene.in(() -> first(method));
    }

    private Optional<Fault> first(String method) {
        for (Iterator<Planned> plans = planned.iterator(); plans.hasNext(); ) {
            Planned plan = plans.next();
            if (fits(plan.method, method)) {
                plan.left--;
                if (plan.left == 0) {
                    plans.remove();
                }
                return Optional.of(plan.fault);
            }
        }
        return Optional.empty();
    }

    void waits(Duration time) {
        scene.await(time, () -> false);
    }

    private static boolean fits(String wanted, String method) {
        return wanted.equals(ANY) || wanted.equalsIgnoreCase(method);
    }

    private static final class Planned {
        final String method;
        final Fault fault;
        int left;

        Planned(String method, Fault fault, int left) {
            this.method = method;
            this.fault = fault;
            this.left = left;
        }
    }

    /** A gate in front of a method. */
    public static final class Hold implements AutoCloseable {
        private static final Duration LONGEST = Duration.ofMinutes(2);

        private final Scene scene;
        private final String method;
        private boolean released;
        private int waiting;

        Hold(Scene scene, String method) {
            this.scene = scene;
            this.method = method;
        }

        void pass(String called) {
            if (!fits(method, called)) {
                return;
            }
            scene.change(() -> waiting++);
            scene.await(LONGEST, () -> released);
            scene.change(() -> waiting--);
        }

        /** Whether so many calls stand before the gate in time. */
        public boolean awaitWaiting(int calls, Duration patience) {
            return scene.await(patience, () -> waiting >= calls);
        }

        public void release() {
            scene.change(() -> released = true);
        }

        @Override
        public void close() {
            release();
        }
    }
}
