/** The service interface of chat platforms. */
@NullMarked
package org.spoolbot.api.platform;

import org.jspecify.annotations.NullMarked;
