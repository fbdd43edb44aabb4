/** The dialect of GlobalAiOpc (KeYiYun) and its white labels, with the asset library that takes pictures of people. */
@NullMarked
package org.spoolbot.providers.dialect.kyyvideo2;

import org.jspecify.annotations.NullMarked;
