/** The one database: opening, upgrading, backing up. */
@NullMarked
package org.spoolbot.engine.storage;

import org.jspecify.annotations.NullMarked;
