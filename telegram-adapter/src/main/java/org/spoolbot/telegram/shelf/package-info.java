/** Bounded notes in the plugin's store. */
@NullMarked
package org.spoolbot.telegram.shelf;

import org.jspecify.annotations.NullMarked;
