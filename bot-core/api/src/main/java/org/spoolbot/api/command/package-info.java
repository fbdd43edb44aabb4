/** Commands: what they are, how they are called, how they answer. */
@NullMarked
package org.spoolbot.api.command;

import org.jspecify.annotations.NullMarked;
