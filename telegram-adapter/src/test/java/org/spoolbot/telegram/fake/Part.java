package org.spoolbot.telegram.fake;

import java.nio.file.Path;

/** A file of a multipart body, streamed to disk: its field, its file name, its size as counted; what exceeds the limit was counted and not kept. */
record Part(String field, String name, Path path, long size) {}
