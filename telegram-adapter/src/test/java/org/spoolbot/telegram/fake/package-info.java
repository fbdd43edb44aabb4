/**
 * A Bot API of our own on 127.0.0.1: what Telegram does for a bot like ours, with its words, limits and moods, and people who use it. Facts come from the public
 * description of the Bot API (docs), from the source of the public server tdlib/telegram-bot-api (server) and from the FAQ for bots (faq); each stands where it is played.
 */
@NullMarked
package org.spoolbot.telegram.fake;

import org.jspecify.annotations.NullMarked;
