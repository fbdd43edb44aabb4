/**
 * The EvoLink dialect: tasks at {@code /v1/videos/generations}, the balance at {@code /v1/credits}, and the file service below
 * {@code /api/v1/files}.
 *
 * <p>Instructions of its own: {@code [sandbox:fail=cancelled]} ends a task as
 * cancelled; {@code [sandbox:shape=numeric-code]} refuses with numbers as codes; {@code [sandbox:shape=error-absent]},
 * {@code error-null} and {@code error-text} say why a task failed not at all or in a sentence; {@code [sandbox:shape=result-data]}
 * tells the clip in {@code result_data} instead of {@code results}.
 */
@NullMarked
package org.spoolbot.providers.sandbox.evolink;

import org.jspecify.annotations.NullMarked;
