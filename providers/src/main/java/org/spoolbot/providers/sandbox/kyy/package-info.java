/** The kyyvideo2 dialect: tasks below {@code /kyyReactApiServer}, and the asset library that pictures with faces must go through. */
@NullMarked
package org.spoolbot.providers.sandbox.kyy;

import org.jspecify.annotations.NullMarked;
