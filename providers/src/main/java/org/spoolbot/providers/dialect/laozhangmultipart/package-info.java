/** LaoZhang's first video route: orders are forms, and the files are parts of them. Pure mappers and a thin client. */
@NullMarked
package org.spoolbot.providers.dialect.laozhangmultipart;

import org.jspecify.annotations.NullMarked;
