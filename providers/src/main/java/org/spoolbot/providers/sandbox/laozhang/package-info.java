/** The two dialects of LaoZhang and yelinai, both in front of a new-api gateway: forms with files, and JSON. */
@NullMarked
package org.spoolbot.providers.sandbox.laozhang;

import org.jspecify.annotations.NullMarked;
