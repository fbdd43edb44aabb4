/** Bounded notes, in the plugin's store or in memory. */
@NullMarked
package org.spoolbot.telegram.shelf;

import org.jspecify.annotations.NullMarked;
