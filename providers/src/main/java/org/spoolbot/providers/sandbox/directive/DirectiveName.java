package org.spoolbot.providers.sandbox.directive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every instruction there is, and what its value must look like. */
public enum DirectiveName {
    /** Refuses the create call with this status. */
    CREATE_STATUS(Value.STATUS),
    /** Answers the create call with a web page and status 200. */
    CREATE_HTML(Value.NONE),
    /** Answers the create call with nothing and status 200. */
    CREATE_EMPTY(Value.NONE),
    /** Makes the task, then drops the connection. */
    DROP_AFTER_ACCEPT(Value.NONE),
    /** Drops the connection and makes no task. */
    DROP_BEFORE_ACCEPT(Value.NONE),
    /** Makes the task and answers that many seconds later. */
    HANG(Value.SECONDS),
    /** Marks plain answers as gzip. */
    GZIP_LIE(Value.NONE),
    /** Lets the task fail with this code. */
    FAIL(Value.WORD),
    /** Lets the task expire. */
    EXPIRE(Value.NONE),
    /** Lets the task run at least that many seconds. */
    RENDER_TIME(Value.SECONDS),
    /** Lets the task queue that many seconds. */
    QUEUE_TIME(Value.SECONDS),
    /** Refuses polls with this status. */
    POLL_STATUS(Value.STATUS),
    /** Refuses downloads with this status. */
    DOWNLOAD_STATUS(Value.STATUS),
    /** Succeeds without saying where the clip is. */
    NO_URL(Value.NONE);

    private enum Value {
        NONE(""),
        STATUS("[45]\\d\\d"),
        SECONDS("\\d{1,4}(\\.\\d{1,3})?"),
        WORD("[A-Za-z][A-Za-z0-9_.]{0,99}");

        private final String pattern;

        Value(String pattern) {
            this.pattern = pattern;
        }
    }

    private final Value value;

    DirectiveName(Value value) {
        this.value = value;
    }

    boolean accepts(String text) {
        return text.matches(value.pattern);
    }

    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<DirectiveName> of(String spelling) {
        return Arrays.stream(values()).filter(name -> name.spelling().equals(spelling)).findFirst();
    }
}
