/** Events that plugins listen to. */
@NullMarked
package org.spoolbot.api.event;

import org.jspecify.annotations.NullMarked;
