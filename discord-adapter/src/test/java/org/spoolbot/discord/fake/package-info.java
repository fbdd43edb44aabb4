/** Discord on loopback: REST v10, gateway and CDN on one port, for tests and for a hands-on try. Read it as documentation of the protocol. */
@NullMarked
package org.spoolbot.discord.fake;

import org.jspecify.annotations.NullMarked;
