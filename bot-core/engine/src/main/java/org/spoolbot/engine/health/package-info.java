/** Whether the server can do its work. */
@NullMarked
package org.spoolbot.engine.health;

import org.jspecify.annotations.NullMarked;
