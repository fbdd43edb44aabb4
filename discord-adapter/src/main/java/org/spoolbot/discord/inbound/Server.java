package org.spoolbot.discord.inbound;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.platform.ChatInbox;

/**
 * The server, as far as a listener needs it.
 *
 * @param inbox takes what people do
 * @param texts sentences
 * @param executor runs what may wait, each task on a thread of its own
 * @param clock the time
 */
public record Server(ChatInbox inbox, Translator texts, Executor executor, InstantSource clock) {}
