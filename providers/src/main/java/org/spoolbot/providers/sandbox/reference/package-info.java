/** Fetches, checks and measures what a request refers to. Only this machine is ever asked. */
@NullMarked
package org.spoolbot.providers.sandbox.reference;

import org.jspecify.annotations.NullMarked;
