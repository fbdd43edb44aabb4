/**
 * The two dialects of LaoZhang and yelinai, both in front of a new-api gateway: forms with files, and JSON.
 *
 * <p>Shapes of both, for a task that failed: {@code [sandbox:shape=error-null]}, {@code error-absent} and {@code error-text}. Of the form
 * dialect: {@code wrapped}, as other sites answer on the same path, and {@code wrapped-old}, where {@code fail_reason} holds the address of
 * the clip. Of {@code /v1/videos}: {@code url} and {@code metadata-url}, for where the address of the clip stands.
 */
@NullMarked
package org.spoolbot.providers.sandbox.laozhang;

import org.jspecify.annotations.NullMarked;
