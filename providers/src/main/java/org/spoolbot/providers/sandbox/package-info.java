/**
 * A video gateway for tests, demos and plugin authors. It speaks the Ark dialect on loopback HTTP, strictly, and really renders playable
 * clips, each marked SAMPLE. Nothing it does leaves this machine.
 *
 * <p>Paths: {@code /api/v3/contents/generations/tasks} and the same below {@code /seedance}; clips below {@code /tos};
 * {@code GET /_sandbox/tasks} and {@code GET /_sandbox/stats} say what was seen.
 *
 * <p>A prompt can tell it to misbehave. These instructions are taken out of the text that the clip shows:
 *
 * <table>
 * <caption>Instructions</caption>
 * <tr><td>{@code [sandbox:create-status=429]}</td><td>refuses the create call; any 4xx or 5xx, options {@code retry-after=N},
 *     {@code code=CODE} for another error code, {@code times=N} to refuse only the first N calls with this prompt</td></tr>
 * <tr><td>{@code [sandbox:create-html]}</td><td>answers with a web page and status 200; no task is made</td></tr>
 * <tr><td>{@code [sandbox:create-empty]}</td><td>answers with nothing and status 200; no task is made</td></tr>
 * <tr><td>{@code [sandbox:drop-before-accept]}</td><td>closes the connection; no task is made</td></tr>
 * <tr><td>{@code [sandbox:drop-after-accept]}</td><td>makes the task and closes the connection without an answer</td></tr>
 * <tr><td>{@code [sandbox:hang=SECONDS]}</td><td>makes the task and answers late</td></tr>
 * <tr><td>{@code [sandbox:gzip-lie]}</td><td>marks plain answers as gzip, unless the request accepts only {@code identity}</td></tr>
 * <tr><td>{@code [sandbox:fail=CODE]}</td><td>the task fails with this error code</td></tr>
 * <tr><td>{@code [sandbox:expire]}</td><td>the task expires</td></tr>
 * <tr><td>{@code [sandbox:queue-time=SECONDS]}</td><td>the task waits that long</td></tr>
 * <tr><td>{@code [sandbox:render-time=SECONDS]}</td><td>the task runs at least that long</td></tr>
 * <tr><td>{@code [sandbox:poll-status=500 times=3]}</td><td>refuses polls; without {@code times} all of them</td></tr>
 * <tr><td>{@code [sandbox:download-status=403 times=1]}</td><td>refuses downloads; without {@code times} all of them</td></tr>
 * <tr><td>{@code [sandbox:no-url]}</td><td>the task succeeds without saying where the clip is</td></tr>
 * </table>
 *
 * <p>The other create instructions take {@code times=N} too. A misspelt instruction is refused with 400.
 */
@NullMarked
package org.spoolbot.providers.sandbox;

import org.jspecify.annotations.NullMarked;
