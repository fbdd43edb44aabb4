/** The commands that come with the server, written against the API alone. */
@NullMarked
package org.spoolbot.engine.command.builtin;

import org.jspecify.annotations.NullMarked;
