/** Files that people hand in and clips that come back, typed by their content and never by their name. */
@NullMarked
package org.spoolbot.api.media;

import org.jspecify.annotations.NullMarked;
