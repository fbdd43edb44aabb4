/** Who is in which group, and what the groups may do. */
@NullMarked
package org.spoolbot.engine.permission;

import org.jspecify.annotations.NullMarked;
