/** The Ark dialect: what a request may say, how faults and tasks are worded. */
@NullMarked
package org.spoolbot.providers.sandbox.ark;

import org.jspecify.annotations.NullMarked;
