/** Open dialogues and their dispatch. */
@NullMarked
package org.spoolbot.engine.conversation;

import org.jspecify.annotations.NullMarked;
