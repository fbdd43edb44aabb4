/** Fakes for plugin tests: they work, keep what happened for a test to look at, and need neither server nor network. */
@NullMarked
package org.spoolbot.testkit;

import org.jspecify.annotations.NullMarked;
