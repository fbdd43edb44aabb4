/** The video gateways that plugins registered, routing and price. */
@NullMarked
package org.spoolbot.engine.provider;

import org.jspecify.annotations.NullMarked;
