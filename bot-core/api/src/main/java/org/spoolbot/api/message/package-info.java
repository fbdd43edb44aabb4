/** What the bot says, neutral of any chat platform. */
@NullMarked
package org.spoolbot.api.message;

import org.jspecify.annotations.NullMarked;
