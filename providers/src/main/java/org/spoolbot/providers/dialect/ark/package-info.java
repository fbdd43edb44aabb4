/** The dialect of Volcengine Ark, which APIYI, LaoZhang and BytePlus ModelArk speak too. Pure mappers and a thin client. */
@NullMarked
package org.spoolbot.providers.dialect.ark;

import org.jspecify.annotations.NullMarked;
