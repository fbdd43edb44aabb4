/** What all dialects share: how a gateway is set up, how answers and faults are read, how references are handed over. */
@NullMarked
package org.spoolbot.providers.gateway;

import org.jspecify.annotations.NullMarked;
