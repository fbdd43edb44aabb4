/** A bot of nothing but the client library, to measure the server beside it. */
@NullMarked
package org.spoolbot.telegram.bare;

import org.jspecify.annotations.NullMarked;
