/** A plugin that only the crash tests install. */
package org.spoolbot.e2e.checkpoint;
