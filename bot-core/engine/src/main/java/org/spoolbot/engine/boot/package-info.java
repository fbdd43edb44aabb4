/** Start and stop of the server. The only package that sees all others, the clock of the machine and real threads. */
@NullMarked
package org.spoolbot.engine.boot;

import org.jspecify.annotations.NullMarked;
