/** The EvoLink dialect: tasks at {@code /v1/videos/generations}, the balance, and the file service. */
@NullMarked
package org.spoolbot.providers.sandbox.evolink;

import org.jspecify.annotations.NullMarked;
