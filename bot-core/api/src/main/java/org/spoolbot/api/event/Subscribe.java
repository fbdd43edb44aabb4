package org.spoolbot.api.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that listens: one parameter of an event type, no result. It hears that type and its subtypes. Any visibility.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Subscribe {
    /** When it is called among others. */
    Priority priority() default Priority.NORMAL;

    /** The order of listeners. {@code MONITOR} comes last, sees the final decision and must not change it. */
    enum Priority {
        FIRST,
        EARLY,
        NORMAL,
        LATE,
        LAST,
        MONITOR
    }
}
