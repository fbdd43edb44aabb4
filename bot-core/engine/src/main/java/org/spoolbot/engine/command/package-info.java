/** Commands: directory, parsing, dispatch. */
@NullMarked
package org.spoolbot.engine.command;

import org.jspecify.annotations.NullMarked;
