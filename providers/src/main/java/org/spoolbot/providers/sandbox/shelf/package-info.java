/** Files that callers handed in, kept for a while and given out again on loopback. */
@NullMarked
package org.spoolbot.providers.sandbox.shelf;

import org.jspecify.annotations.NullMarked;
