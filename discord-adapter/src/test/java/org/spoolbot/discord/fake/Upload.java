package org.spoolbot.discord.fake;

import java.nio.file.Path;

/** A file of a multipart request, on disk; {@code files[3]} has number 3. */
record Upload(int number, String name, String contentType, Path path, long size) {}
