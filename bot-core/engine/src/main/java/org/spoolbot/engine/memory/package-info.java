/** What is kept in memory alone, and bounded. */
@NullMarked
package org.spoolbot.engine.memory;

import org.jspecify.annotations.NullMarked;
