/** The dialect of EvoLink: one model id that infers the mode, or ids split by mode; its own upload service; callbacks. */
@NullMarked
package org.spoolbot.providers.dialect.evolink;

import org.jspecify.annotations.NullMarked;
