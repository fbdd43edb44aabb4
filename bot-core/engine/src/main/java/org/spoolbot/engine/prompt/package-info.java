/** Prompt tags: the one grammar in which members write {@code @image1}. */
@NullMarked
package org.spoolbot.engine.prompt;

import org.jspecify.annotations.NullMarked;
