/** The service interface of video gateways. */
@NullMarked
package org.spoolbot.api.provider;

import org.jspecify.annotations.NullMarked;
