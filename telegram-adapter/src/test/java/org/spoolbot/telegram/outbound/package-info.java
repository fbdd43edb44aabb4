@NullMarked
package org.spoolbot.telegram.outbound;

import org.jspecify.annotations.NullMarked;
