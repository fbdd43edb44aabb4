/** Texts that people read, by key and language. */
@NullMarked
package org.spoolbot.api.i18n;

import org.jspecify.annotations.NullMarked;
