/** Limits and what is used of them. */
@NullMarked
package org.spoolbot.engine.quota;

import org.jspecify.annotations.NullMarked;
