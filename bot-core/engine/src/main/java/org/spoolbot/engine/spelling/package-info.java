/** What somebody meant who mistyped a name: of a command, a setting, a key. */
@NullMarked
package org.spoolbot.engine.spelling;

import org.jspecify.annotations.NullMarked;
