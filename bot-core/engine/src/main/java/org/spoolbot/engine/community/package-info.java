/** What the admins of communities set from chat, and what it comes to. */
@NullMarked
package org.spoolbot.engine.community;

import org.jspecify.annotations.NullMarked;
