/** The life of a plugin and everything it can reach. */
@NullMarked
package org.spoolbot.api.plugin;

import org.jspecify.annotations.NullMarked;
