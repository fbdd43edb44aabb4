/** The plugin that brings the video gateways. */
@NullMarked
package org.spoolbot.providers;

import org.jspecify.annotations.NullMarked;
