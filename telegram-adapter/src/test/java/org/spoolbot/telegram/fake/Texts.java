package org.spoolbot.telegram.fake;

/** The words of refusals (server: Client.cpp), as bots meet them and compare them. */
final class Texts {
    static final String NOT_MODIFIED =
            "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    static final String CHAT_NOT_FOUND = "chat not found";
    static final String EDIT_NOT_FOUND = "message to edit not found";
    static final String CANNOT_EDIT = "message can't be edited";
    static final String DELETE_NOT_FOUND = "message to delete not found";
    static final String CANNOT_DELETE = "message can't be deleted";
    static final String CANNOT_DELETE_FOR_EVERYONE = "message can't be deleted for everyone";
    static final String REPLY_NOT_FOUND = "message to be replied not found";
    static final String THREAD_NOT_FOUND = "message thread not found";
    static final String QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid";
    static final String TOO_BIG = "file is too big";
    static final String WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    static final String OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running";
    static final String WEBHOOK_SET = "terminated by setWebhook request";

    private Texts() {}
}
