/** Permission nodes and who holds them. */
@NullMarked
package org.spoolbot.api.permission;

import org.jspecify.annotations.NullMarked;
