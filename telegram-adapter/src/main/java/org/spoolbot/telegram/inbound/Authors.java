package org.spoolbot.telegram.inbound;

import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Who a message is from, as far as that is a person at all. */
enum Authors {
    /** A person. */
    PERSON,
    /** An administrator who hides behind the group: nobody knows who pays. */
    ANONYMOUS_ADMINISTRATOR,
    /** A bot, a channel, a service message: never answered. */
    NOBODY;

    /** The account that stands for all of them (https://core.telegram.org/bots/api#message, sender_chat). */
    private static final long GROUP_ANONYMOUS_BOT = 1_087_968_824L;

    static Authors of(Message message) {
        User from = message.getFrom();
        if (from == null || message.getChat().isChannelChat() || Boolean.TRUE.equals(message.getIsAutomaticForward())) {
            return NOBODY;
        }
        if (from.getId() == GROUP_ANONYMOUS_BOT) {
            boolean itsOwnGroup = message.getSenderChat() != null
                    && message.getSenderChat().getId().equals(message.getChat().getId());
            return itsOwnGroup ? ANONYMOUS_ADMINISTRATOR : NOBODY;
        }
        return Boolean.TRUE.equals(from.getIsBot()) || message.getSenderChat() != null ? NOBODY : PERSON;
    }
}
