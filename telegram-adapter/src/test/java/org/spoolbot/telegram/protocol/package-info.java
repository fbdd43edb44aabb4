/** The fake Bot API itself under test: by hand, with the real library and with clients of others. */
@NullMarked
package org.spoolbot.telegram.protocol;

import org.jspecify.annotations.NullMarked;
