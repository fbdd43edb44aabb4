/** The life of plugins. */
@NullMarked
package org.spoolbot.engine.plugin;

import org.jspecify.annotations.NullMarked;
