/**
 * A video gateway for tests, demos and plugin authors. It speaks five dialects on loopback HTTP, strictly, and really renders playable
 * clips, each marked SAMPLE. Nothing it does leaves this machine.
 *
 * <p>Each dialect has its own paths ({@link org.spoolbot.providers.sandbox.task.Dialect}); clips lie below {@code /tos}, where a signature
 * is wanted and any {@code Authorization} is refused. {@code GET /_sandbox/tasks}, {@code /_sandbox/requests} and {@code /_sandbox/stats}
 * say what was seen. A sixth dialect is one more {@link org.spoolbot.providers.sandbox.serve.Front} and one line in {@code Assembly}.
 *
 * <p>A prompt can tell it to misbehave. These instructions are taken out of the text that the clip shows:
 *
 * <table>
 * <caption>Instructions</caption>
 * <tr><td>{@code [sandbox:create-status=429]}</td><td>refuses the create call; any 4xx or 5xx, options {@code retry-after=N},
 *     {@code code=CODE} for another error code, {@code times=N} to refuse only the first N calls with this prompt</td></tr>
 * <tr><td>{@code [sandbox:refuse=CODE]}</td><td>refuses it with one of the dialect's codes, and the status that goes with that</td></tr>
 * <tr><td>{@code [sandbox:retry-after=20]}</td><td>what refusals say in {@code Retry-After}; {@code none} says nothing</td></tr>
 * <tr><td>{@code [sandbox:create-html]}</td><td>answers with a web page and status 200; no task is made</td></tr>
 * <tr><td>{@code [sandbox:create-empty]}</td><td>answers with nothing and status 200; no task is made</td></tr>
 * <tr><td>{@code [sandbox:drop-before-accept]}</td><td>closes the connection; no task is made</td></tr>
 * <tr><td>{@code [sandbox:drop-after-accept]}</td><td>makes the task and closes the connection without an answer</td></tr>
 * <tr><td>{@code [sandbox:hang=SECONDS]}</td><td>makes the task and answers late</td></tr>
 * <tr><td>{@code [sandbox:gzip-lie]}</td><td>marks plain answers as gzip, unless the request accepts only {@code identity}</td></tr>
 * <tr><td>{@code [sandbox:fail=CODE]}</td><td>the task fails with this error code</td></tr>
 * <tr><td>{@code [sandbox:expire]}</td><td>the task expires; new-api gateways go on calling it running</td></tr>
 * <tr><td>{@code [sandbox:queue-time=SECONDS]}</td><td>the task waits that long</td></tr>
 * <tr><td>{@code [sandbox:render-time=SECONDS]}</td><td>the task runs at least that long</td></tr>
 * <tr><td>{@code [sandbox:lag=SECONDS]}</td><td>queries tell what was true that long ago</td></tr>
 * <tr><td>{@code [sandbox:progress=10,40,90]}</td><td>the only values that progress has while the task runs</td></tr>
 * <tr><td>{@code [sandbox:states=unknown,queued,odd]}</td><td>the first queries give these words as the state, as they stand</td></tr>
 * <tr><td>{@code [sandbox:finalizing=N]}</td><td>N queries call a made clip {@code succeeded} and do not say where it is; the form
 *     dialect does so once anyway</td></tr>
 * <tr><td>{@code [sandbox:poll-status=500 times=3]}</td><td>refuses queries; without {@code times} all of them</td></tr>
 * <tr><td>{@code [sandbox:poll-html]}, {@code [sandbox:poll-empty]}</td><td>answers queries with a web page, or nothing, and status
 *     200</td></tr>
 * <tr><td>{@code [sandbox:not-found=N]}</td><td>the first N queries are told that there is no such task</td></tr>
 * <tr><td>{@code [sandbox:list-html]}</td><td>lists that contain the task are a web page with status 200</td></tr>
 * <tr><td>{@code [sandbox:no-url times=N]}</td><td>the task succeeds without saying where the clip is, to N queries or for ever</td></tr>
 * <tr><td>{@code [sandbox:expired-url]}</td><td>it says where, but the address is no longer valid (403)</td></tr>
 * <tr><td>{@code [sandbox:redirect]}</td><td>the clip's address leads on to another on the same host</td></tr>
 * <tr><td>{@code [sandbox:download-status=403 times=1]}</td><td>refuses downloads; without {@code times} all of them</td></tr>
 * <tr><td>{@code [sandbox:callback-repeat=N]}</td><td>tells each change N times more</td></tr>
 * <tr><td>{@code [sandbox:callback-shuffle]}</td><td>tells nothing before the end, and then the last change first</td></tr>
 * <tr><td>{@code [sandbox:callback-early]}</td><td>tells about the task before the create call is answered</td></tr>
 * <tr><td>{@code [sandbox:face=2]}</td><td>refuses the create call because picture 2 shows a real person; without a number all do; a
 *     picture out of an asset library has been looked at before</td></tr>
 * <tr><td>{@code [sandbox:shape=WORD,WORD]}</td><td>answers in other forms that gateways of the dialect have: see the packages of the
 *     dialects</td></tr>
 * </table>
 *
 * <p>All that concern create calls, queries and downloads take {@code times=N}. A misspelt instruction is refused with 400.
 *
 * <p>What a prompt does not say can be said with {@code POST /_sandbox/misbehave} (application/json) for the next create calls:
 * {@code {"dialect": "evolink", "prompt": "corgi", "times": 2, "directives": ["create-status=429", "retry-after=0"]}}. Without
 * {@code dialect} it holds for all, without {@code prompt} for every text, without {@code times} for one call.
 * {@code DELETE /_sandbox/misbehave} forgets what is left.
 */
@NullMarked
package org.spoolbot.providers.sandbox;

import org.jspecify.annotations.NullMarked;
