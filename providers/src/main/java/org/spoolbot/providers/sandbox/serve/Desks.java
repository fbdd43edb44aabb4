package org.spoolbot.providers.sandbox.serve;

import java.nio.file.Path;

/**
 * Where the work of all dialects is done.
 *
 * @param creates create calls
 * @param polls queries
 * @param clips finished clips
 * @param uploads a folder for what comes with calls; it goes when the sandbox closes
 */
public record Desks(CreateDesk creates, PollDesk polls, ClipFiles clips, Path uploads) {}
