/** The books in SQLite: one writer with group commit, a few readers. */
@NullMarked
package org.spoolbot.engine.storage.sqlite;

import org.jspecify.annotations.NullMarked;
