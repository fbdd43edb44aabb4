/** The job engine: transitions, life, recovery, and the port to its books. */
@NullMarked
package org.spoolbot.engine.job;

import org.jspecify.annotations.NullMarked;
