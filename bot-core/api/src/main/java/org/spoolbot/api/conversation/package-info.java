/** Dialogues that go on over several messages and survive a restart. */
@NullMarked
package org.spoolbot.api.conversation;

import org.jspecify.annotations.NullMarked;
