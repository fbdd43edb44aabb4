/** Settings of the server and of plugins, and the type that keeps secrets. */
@NullMarked
package org.spoolbot.api.config;

import org.jspecify.annotations.NullMarked;
