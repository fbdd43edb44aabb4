/** The wire rules of the Ark dialect: what a request may say, how faults are worded, which sizes and token counts go with which settings. */
@NullMarked
package org.spoolbot.providers.sandbox.ark;

import org.jspecify.annotations.NullMarked;
