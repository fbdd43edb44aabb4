package org.spoolbot.providers.sandbox.reference;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;
import org.spoolbot.providers.sandbox.render.Tile;

/**
 * A reference that was fetched and found fit.
 *
 * @param kind what it is
 * @param detail what the tile says about it
 * @param picture its file, where it is a picture that can be drawn
 * @param size its width and height, where known
 * @param seconds its length, where known
 */
public record ReadReference(
        Tile.Kind kind, String detail, Optional<Path> picture, Optional<FrameSize> size, OptionalDouble seconds) {}
