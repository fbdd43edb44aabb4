package org.spoolbot.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.Deniable;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.event.Subscribe.Priority;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.Logs;

class EventBusTest {
    private static final AlertEvent ALERT = new AlertEvent("disk", Phrase.literal("full"));

    private final EventHub hub = new EventHub();
    private final EventBus bus = hub.viewFor("alpha");
    private final List<String> heard = new ArrayList<>();

    @Test
    void aListenerHearsItsTypeAndItsSubtypesAlone() {
        bus.subscribe(AlertEvent.class, Priority.NORMAL, event -> heard.add("alert " + event.topic()));
        bus.subscribe(Deniable.class, Priority.NORMAL, event -> heard.add("deniable"));
        bus.subscribe(Event.class, Priority.LAST, event -> heard.add("any"));

        bus.fire(ALERT);
        bus.fire(new Order());

        assertThat(heard).containsExactly("alert disk", "any", "deniable", "any");
    }

    @Test
    void aDenialStandsAndLaterListenersSeeIt() {
        bus.subscribe(Order.class, Priority.LATE, event -> {
            heard.add(event.denial().orElse("allowed"));
            event.deny("too late");
        });
        bus.subscribe(Order.class, Priority.EARLY, event -> event.deny("the studio sleeps"));
        bus.subscribe(Order.class, Priority.MONITOR, event -> heard.add(event.denial().orElse("allowed")));

        Order fired = bus.fire(new Order());

        assertThat(fired.denial()).contains("the studio sleeps");
        assertThat(heard).containsExactly("the studio sleeps", "the studio sleeps");
    }

    @Test
    void aListenersChangeIsSeenByTheNext() {
        bus.subscribe(Order.class, Priority.FIRST, event -> event.prompt = "kite");
        bus.subscribe(Order.class, Priority.LAST, event -> event.prompt += " over the sea");

        assertThat(bus.fire(new Order()).prompt).isEqualTo("kite over the sea");
    }

    @Test
    void aListenersFaultIsLoggedWithItsPluginAndTheOthersAreCalled() {
        hub.viewFor("bad").register(new Object() {
            @Subscribe
            void checked(AlertEvent event) throws IOException {
                throw new IOException("no luck");
            }

            @Subscribe
            void linkage(AlertEvent event) {
                throw new NoClassDefFoundError("lib/Gone");
            }

            @Subscribe
            void endless(AlertEvent event) {
                endless(event);
            }
        });
        bus.subscribe(AlertEvent.class, Priority.LAST, event -> heard.add("still called"));

        try (Logs logs = new Logs(EventHub.class)) {
            bus.fire(ALERT);

            assertThat(logs.lines()).hasSize(3).containsOnly("a listener of plugin bad failed at AlertEvent");
        }
        assertThat(heard).containsExactly("still called");
    }

    @Test
    void markedMethodsOfAnyVisibilityListenAndAnOverrideListensOnce() {
        Registration registration = bus.register(new Child());

        bus.fire(ALERT);
        registration.close();
        bus.fire(ALERT);

        assertThat(heard).containsExactlyInAnyOrder("child", "inherited", "private", "private of the child");
    }

    @Test
    void everyWronglyMarkedMethodIsNamedAndNothingIsRegistered() {
        assertThatThrownBy(() -> bus.register(new Object() {
                    @Subscribe
                    void good(AlertEvent event) {
                        heard.add("good");
                    }

                    @Subscribe
                    void nothing() {}

                    @Subscribe
                    void noEvent(String text) {}

                    @Subscribe
                    boolean answers(AlertEvent event) {
                        return true;
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("nothing must be", "noEvent must be", "answers must be");
        assertThatThrownBy(() -> bus.register("a text")).hasMessageContaining("java.lang.String has no method marked");

        bus.fire(ALERT);
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatIsTakenBackHearsNothingMoreAndTakingItBackTwiceDoesNothing() {
        Registration first = bus.subscribe(AlertEvent.class, Priority.NORMAL, event -> heard.add("first"));
        bus.subscribe(AlertEvent.class, Priority.NORMAL, event -> heard.add("second"));

        first.close();
        first.close();
        bus.fire(ALERT);

        assertThat(heard).containsExactly("second");
    }

    @Test
    void aListenerMayComeAndGoWhileAnEventIsFired() {
        List<Registration> own = new ArrayList<>();
        own.add(bus.subscribe(AlertEvent.class, Priority.NORMAL, event -> {
            heard.add("once");
            own.forEach(Registration::close);
            bus.subscribe(AlertEvent.class, Priority.NORMAL, later -> heard.add("next time"));
        }));

        bus.fire(ALERT);
        bus.fire(ALERT);

        assertThat(heard).containsExactly("once", "next time");
    }

    @Test
    void theFiringThreadKeepsItsClassLoader() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        bus.subscribe(AlertEvent.class, Priority.NORMAL, event -> {
            throw new IllegalStateException(Locale.ROOT.toString());
        });

        bus.fire(ALERT);

        assertThat(Optional.ofNullable(Thread.currentThread().getContextClassLoader())).isEqualTo(Optional.ofNullable(before));
    }

    private static final class Order extends Deniable {
        private String prompt = "";
    }

    private class Parent {
        @Subscribe
        void overridden(AlertEvent event) {
            heard.add("parent");
        }

        @Subscribe
        void inherited(AlertEvent event) {
            heard.add("inherited");
        }

        @Subscribe
        private void own(AlertEvent event) {
            heard.add("private");
        }
    }

    private final class Child extends Parent {
        @Override
        @Subscribe
        void overridden(AlertEvent event) {
            heard.add("child");
        }

        @Subscribe
        private void own(AlertEvent event) {
            heard.add("private of the child");
        }
    }
}
