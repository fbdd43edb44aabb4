/** Pixels, tokens and rates. */
@NullMarked
package org.spoolbot.providers.price;

import org.jspecify.annotations.NullMarked;
