package org.spoolbot.providers.sandbox.reference;

import java.util.Optional;
import java.util.OptionalDouble;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;

/**
 * What was measured of a reference.
 *
 * @param format such as png or mp4
 * @param size width and height, where it has one
 * @param seconds its length, where it has one
 */
record Facts(String format, Optional<FrameSize> size, OptionalDouble seconds) {}
