/** The sandbox's HTTP side, as far as all dialects share it: create calls, queries, signed downloads, callbacks, and the pages for tests. */
@NullMarked
package org.spoolbot.providers.sandbox.serve;

import org.jspecify.annotations.NullMarked;
