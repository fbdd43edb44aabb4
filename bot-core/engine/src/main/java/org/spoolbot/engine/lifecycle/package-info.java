/** What starts and stops with the server. */
@NullMarked
package org.spoolbot.engine.lifecycle;

import org.jspecify.annotations.NullMarked;
