package org.spoolbot.engine.command.builtin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.provider.Money;

/** How the gateways do, for those who pay them. Methods block. */
public interface GatewayDesk {
    /** Whether that person may see and switch gateways at all: they are the owners' and the console's. */
    boolean isFor(Sender sender);

    /** All that are plugged in, in the order in which they were registered. */
    List<Gateway> gateways();

    /** That one, if it is plugged in. */
    Optional<Gateway> find(String id);

    /** Keeps work away from it until it is switched on. */
    void switchOff(String id, Sender by, String why);

    /** Lets it work again, and forgets that it was sick. */
    void switchOn(String id, Sender by);

    /**
     * A gateway.
     *
     * @param models the names of its models
     * @param incidents what went wrong lately, newest first
     */
    record Gateway(String id, Condition condition, Traffic traffic, Spent spent, List<String> models, List<Incident> incidents) {
        public Gateway {
            models = List.copyOf(models);
            incidents = List.copyOf(incidents);
        }
    }

    /**
     * Whether it gets work.
     *
     * @param until when that may change by itself
     * @param reason the kind of fault, or who switched it off and why; may be empty
     */
    record Condition(State state, Optional<Instant> until, String reason) {}

    /** How a gateway is. */
    enum State {
        /** It works. */
        HEALTHY,
        /** It was sick; the next order shows whether it is well. */
        TRIAL,
        /** It asked for peace. */
        FULL,
        /** It is sick, or refuses this server's account. */
        RESTING,
        /** An owner switched it off. */
        OFF
    }

    /**
     * What it has to do, and how it does it.
     *
     * @param calls in the last hour, at most the last hundred of each kind
     * @param well how many of them were answered in order
     * @param order how long a paid call takes; empty without any
     * @param question how long a question takes; empty without any
     * @param running jobs there now
     * @param limit how many it takes at once; empty for any number
     * @param waiting jobs that wait for it
     */
    record Traffic(
            int calls, int well, Optional<Duration> order, Optional<Duration> question, int running, OptionalInt limit, long waiting) {}

    /** What it cost the operator, or must be presumed to have cost. */
    record Spent(Money today, Money thisMonth) {}

    /**
     * Something that it did not do.
     *
     * @param what the kind of fault, or why it was passed over
     * @param detail cleaned and short
     * @param job the job, where it was about one; else empty
     */
    record Incident(Instant at, String what, String detail, String job) {}
}
