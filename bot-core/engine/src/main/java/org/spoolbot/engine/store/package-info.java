/** The key-value stores of plugins. */
@NullMarked
package org.spoolbot.engine.store;

import org.jspecify.annotations.NullMarked;
