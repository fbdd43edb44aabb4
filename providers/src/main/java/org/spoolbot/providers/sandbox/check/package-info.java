/** What is wrong with a JSON body, in no dialect's words. */
@NullMarked
package org.spoolbot.providers.sandbox.check;

import org.jspecify.annotations.NullMarked;
