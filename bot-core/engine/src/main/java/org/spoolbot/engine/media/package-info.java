/** Intake, probing and keeping of files. */
@NullMarked
package org.spoolbot.engine.media;

import org.jspecify.annotations.NullMarked;
