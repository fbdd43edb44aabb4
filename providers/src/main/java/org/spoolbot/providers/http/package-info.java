/** What all dialects share on the wire: time limits, size limits, one-shot bodies, downloads. */
@NullMarked
package org.spoolbot.providers.http;

import org.jspecify.annotations.NullMarked;
