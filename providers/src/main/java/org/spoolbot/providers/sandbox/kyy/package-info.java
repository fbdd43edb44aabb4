/**
 * The kyyvideo2 dialect: tasks below {@code /kyyReactApiServer}, and the asset library that pictures with faces must go through.
 *
 * <p>Instructions of its own: {@code [sandbox:fail=cancelled]} ends a task as cancelled; {@code [sandbox:shape=bare-error]} refuses with
 * {@code code} and {@code msg} instead of {@code error}; {@code [sandbox:shape=other-model]} names another model in the answers than in
 * the call; {@code [sandbox:shape=error-null]} and {@code error-absent} do not say why a task failed. In the {@code name} of an asset,
 * {@code [sandbox:fail=x]} lets it fail its review and {@code [sandbox:render-time=SECONDS]} lets the review last.
 */
@NullMarked
package org.spoolbot.providers.sandbox.kyy;

import org.jspecify.annotations.NullMarked;
