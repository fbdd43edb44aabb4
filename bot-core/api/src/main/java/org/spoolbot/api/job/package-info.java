/** Jobs: one request for one clip, from acceptance to delivery. */
@NullMarked
package org.spoolbot.api.job;

import org.jspecify.annotations.NullMarked;
