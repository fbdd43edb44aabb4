/** What can go wrong, as kinds that decide the sentence, the retry and the alert. */
@NullMarked
package org.spoolbot.api.error;

import org.jspecify.annotations.NullMarked;
