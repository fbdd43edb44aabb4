@NullMarked
package org.spoolbot.telegram.render;

import org.jspecify.annotations.NullMarked;
