/** Texts that people read, by key and language. */
@NullMarked
package org.spoolbot.engine.i18n;

import org.jspecify.annotations.NullMarked;
