/** Who somebody is, and where something happens: members, platform accounts, communities, destinations. */
@NullMarked
package org.spoolbot.api.identity;

import org.jspecify.annotations.NullMarked;
