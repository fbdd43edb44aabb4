/** What a member, a community and the whole server may spend. */
@NullMarked
package org.spoolbot.api.quota;

import org.jspecify.annotations.NullMarked;
