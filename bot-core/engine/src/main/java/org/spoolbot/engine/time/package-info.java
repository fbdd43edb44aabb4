/** Waiting that a test can move. */
@NullMarked
package org.spoolbot.engine.time;

import org.jspecify.annotations.NullMarked;
