/** The plugin that brings Discord to the server. */
@NullMarked
package org.spoolbot.discord;

import org.jspecify.annotations.NullMarked;
