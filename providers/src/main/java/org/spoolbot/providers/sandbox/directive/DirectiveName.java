package org.spoolbot.providers.sandbox.directive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every instruction there is, and what its value must look like. */
public enum DirectiveName {
    /** Refuses the create call with this status. */
    CREATE_STATUS(Value.STATUS),
    /** Finds faces in the pictures of the create call. */
    FACE(Value.PICTURES),
    /** Refuses the create call with this code of the dialect, and the status that goes with it. */
    REFUSE(Value.WORD),
    /** What a refusal says in {@code Retry-After}. */
    RETRY_AFTER(Value.WAIT),
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
    /** Tells the state that was true that many seconds ago. */
    LAG(Value.SECONDS),
    /** The numbers that progress passes through. */
    PROGRESS(Value.NUMBERS),
    /** The words that the first polls give as the state, one each. */
    STATES(Value.WORDS),
    /** How many polls a made clip is called {@code succeeded} and is not yet to be had. */
    FINALIZING(Value.COUNT),
    /** Refuses polls with this status. */
    POLL_STATUS(Value.STATUS),
    /** Answers polls with a web page and status 200. */
    POLL_HTML(Value.NONE),
    /** Answers polls with nothing and status 200. */
    POLL_EMPTY(Value.NONE),
    /** Denies the task at that many polls. */
    NOT_FOUND(Value.COUNT),
    /** Answers lists that contain the task with a web page and status 200. */
    LIST_HTML(Value.NONE),
    /** Refuses downloads with this status. */
    DOWNLOAD_STATUS(Value.STATUS),
    /** Sends downloads on to another address of the same host. */
    REDIRECT(Value.NONE),
    /** Gives addresses that are no longer valid. */
    EXPIRED_URL(Value.NONE),
    /** Succeeds without saying where the clip is. */
    NO_URL(Value.NONE),
    /** Tells each change that many times more. */
    CALLBACK_REPEAT(Value.COUNT),
    /** Tells the last change before the earlier ones. */
    CALLBACK_SHUFFLE(Value.NONE),
    /** Tells the first change, or for a dialect that tells only the end a repeat of it, before the create call is answered. */
    CALLBACK_EARLY(Value.NONE),
    /** Answers in other forms that gateways of the dialect have. */
    SHAPE(Value.WORDS);

    private enum Value {
        NONE(""),
        STATUS("[45]\\d\\d"),
        SECONDS("\\d{1,4}(\\.\\d{1,3})?"),
        COUNT("[1-9]\\d{0,2}"),
        PICTURES("([1-9](,[1-9]){0,8})?"),
        WAIT("\\d{1,4}|none"),
        NUMBERS("\\d{1,3}(,\\d{1,3}){0,49}"),
        WORDS("[A-Za-z][A-Za-z_-]{0,29}(,[A-Za-z][A-Za-z_-]{0,29}){0,49}"),
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
