/** Instructions inside a prompt that make the sandbox misbehave on purpose. The list is in {@code org.spoolbot.providers.sandbox}. */
@NullMarked
package org.spoolbot.providers.sandbox.directive;

import org.jspecify.annotations.NullMarked;
