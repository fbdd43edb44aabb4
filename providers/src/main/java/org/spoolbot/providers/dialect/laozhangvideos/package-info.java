/** LaoZhang's second video route: orders are JSON, and the gateway fetches the files by their addresses. Pure mappers and a thin client. */
@NullMarked
package org.spoolbot.providers.dialect.laozhangvideos;

import org.jspecify.annotations.NullMarked;
