/** How lengths of time, amounts of money and limits are put into words. */
@NullMarked
package org.spoolbot.engine.command.text;

import org.jspecify.annotations.NullMarked;
