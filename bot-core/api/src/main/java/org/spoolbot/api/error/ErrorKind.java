package org.spoolbot.api.error;

/** What went wrong with a job. The kind decides the member's sentence, whether it is tried again, and who is told. */
public enum ErrorKind {
    /** The gateway refuses a parameter. */
    INVALID_PARAMS(Category.MEMBER),
    /** The gateway's content filter refuses prompt, reference or result. */
    CONTENT_POLICY(Category.MEMBER),
    /** A picture may show a real person. */
    FACE_REJECTED(Category.MEMBER),
    /** Prompt or picture touches somebody's rights. */
    COPYRIGHT(Category.MEMBER),
    /** The gateway could not read a reference. */
    MEDIA_UNFETCHABLE(Category.OPERATOR),
    /** The key is refused. */
    AUTH(Category.OPERATOR),
    /** The account has no money, is overdue or closed. */
    NO_CREDIT(Category.OPERATOR),
    /** Too many requests; later it works. */
    RATE_LIMIT(Category.PASSING),
    /** The gateway has no channel for this model. */
    ROUTE_MISCONFIGURED(Category.OPERATOR),
    /** The gateway does not know the task, or knows it no longer. */
    NOT_FOUND(Category.GATEWAY),
    /** The gateway failed. */
    UPSTREAM(Category.PASSING),
    /** The gateway took too long, or said so itself. */
    TIMEOUT(Category.GATEWAY),
    /** The gateway's answer cannot be understood. */
    PROTOCOL(Category.GATEWAY),
    /** The connection ended before the gateway answered a paid call: nobody knows whether a clip is being made. */
    SUBMIT_AMBIGUOUS(Category.OPERATOR),
    /** No provider can make this. */
    NO_ROUTE(Category.OPERATOR),
    /** The gateway cancelled it. */
    CANCELLED_BY_PROVIDER(Category.GATEWAY),
    /** The clip could not be stored here. */
    STORAGE(Category.OPERATOR),
    /** A fault of ours. */
    INTERNAL(Category.OPERATOR);

    private final Category category;

    ErrorKind(Category category) {
        this.category = category;
    }

    /** Who can do something about it. */
    public Category category() {
        return category;
    }

    /** Who can do something about a fault. */
    public enum Category {
        /** The member, by asking for something else. */
        MEMBER,
        /** The operator, by a setting or a payment: they are told. */
        OPERATOR,
        /** Nobody; it passes. */
        PASSING,
        /** The gateway. */
        GATEWAY
    }
}
