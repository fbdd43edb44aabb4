/** Tasks of plugins. */
@NullMarked
package org.spoolbot.engine.scheduler;

import org.jspecify.annotations.NullMarked;
