/** A small durable key-value store for each plugin. */
@NullMarked
package org.spoolbot.api.store;

import org.jspecify.annotations.NullMarked;
