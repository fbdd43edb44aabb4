/** The sandbox's tasks: their states, which follow from the clock alone, their clips on disk, and what was counted about them. */
@NullMarked
package org.spoolbot.providers.sandbox.task;

import org.jspecify.annotations.NullMarked;
