/** Members, their accounts and standing. */
@NullMarked
package org.spoolbot.engine.identity;

import org.jspecify.annotations.NullMarked;
