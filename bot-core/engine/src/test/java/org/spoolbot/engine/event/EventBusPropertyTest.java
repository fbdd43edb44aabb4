package org.spoolbot.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.Subscribe.Priority;
import org.spoolbot.api.i18n.Phrase;

class EventBusPropertyTest {
    private static final AlertEvent ALERT = new AlertEvent("disk", Phrase.literal("full"));

    @Property(tries = 100)
    void listenersAreCalledByPriorityAndThenInTheOrderTheyCame(@ForAll List<Priority> priorities) {
        EventHub fresh = new EventHub();
        List<Integer> calls = new ArrayList<>();
        IntStream.range(0, priorities.size()).forEach(index ->
                fresh.viewFor("p" + index).subscribe(AlertEvent.class, priorities.get(index), event -> calls.add(index)));

        fresh.viewFor("core").fire(ALERT);

        List<Integer> expected = new ArrayList<>(IntStream.range(0, priorities.size()).boxed().toList());
        Collections.sort(expected, (one, other) -> priorities.get(one).compareTo(priorities.get(other)));
        assertThat(calls).isEqualTo(expected);
    }
}
