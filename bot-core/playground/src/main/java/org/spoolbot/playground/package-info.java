/** The playground: a chat page in the browser, on the same road as any other chat platform. */
@NullMarked
package org.spoolbot.playground;

import org.jspecify.annotations.NullMarked;
