/** HTTP routes of plugins on the server's one port. */
@NullMarked
package org.spoolbot.api.http;

import org.jspecify.annotations.NullMarked;
