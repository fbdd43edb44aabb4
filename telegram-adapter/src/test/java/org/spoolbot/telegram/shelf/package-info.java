@NullMarked
package org.spoolbot.telegram.shelf;

import org.jspecify.annotations.NullMarked;
