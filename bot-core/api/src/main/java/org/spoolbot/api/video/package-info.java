/** What a member asks for: prompt, references, format. */
@NullMarked
package org.spoolbot.api.video;

import org.jspecify.annotations.NullMarked;
