/** The sandbox's HTTP side: Ark's endpoints, signed downloads, callbacks, and the recorder's pages. */
@NullMarked
package org.spoolbot.providers.sandbox.serve;

import org.jspecify.annotations.NullMarked;
