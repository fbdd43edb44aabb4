/** The one HTTP server. */
@NullMarked
package org.spoolbot.engine.http;

import org.jspecify.annotations.NullMarked;
