/** What Discord shows: commands, messages and forms in Discord's own shapes, within its limits. Pure. */
@NullMarked
package org.spoolbot.discord.render;

import org.jspecify.annotations.NullMarked;
