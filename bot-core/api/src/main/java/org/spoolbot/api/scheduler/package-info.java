/** Tasks that run later or again and again, ended with their plugin. */
@NullMarked
package org.spoolbot.api.scheduler;

import org.jspecify.annotations.NullMarked;
