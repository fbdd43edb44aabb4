import { say } from "./texts.js";

const UPLOAD_TIMEOUT = 15 * 60_000;
const CALL_TIMEOUT = 20_000;

/** A refusal or a failure, as a sentence that can be shown. `status` is 0 when no answer came. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export function openSession(body) {
  return call("api/session", postJson(body));
}

export async function loadCommands() {
  const answer = await call("api/commands");
  return Array.isArray(answer.commands) ? answer.commands : [];
}

export async function complete(text, signal) {
  const answer = await call(`api/complete?text=${encodeURIComponent(text)}`, { signal });
  return Array.isArray(answer.suggestions) ? answer.suggestions : [];
}

export function postAction(messageId, actionId, values) {
  return call("api/actions", postJson(values ? { messageId, actionId, values } : { messageId, actionId }));
}

/** The files of an own message again, and the names of those that are not kept any more. */
export async function fetchFiles(attachments) {
  const files = [];
  const gone = [];
  for (const { name, contentType, url } of attachments) {
    const content = await fetch(url, { credentials: "same-origin" }).then(answer => answer.ok ? answer.blob() : null).catch(() => null);
    if (content) files.push(new File([content], name, { type: contentType }));
    else gone.push(name);
  }
  return { files, gone };
}

function postJson(body) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

async function call(url, options = {}) {
  const timeout = AbortSignal.timeout(CALL_TIMEOUT);
  const signal = options.signal && AbortSignal.any ? AbortSignal.any([options.signal, timeout]) : options.signal ?? timeout;
  const response = await fetch(url, { credentials: "same-origin", cache: "no-store", ...options, signal }).catch(fault => {
    if (options.signal?.aborted) throw fault;
    throw new ApiError(0, say(fault.name === "TimeoutError" ? "error.timeout" : "error.network"));
  });
  const body = parse(await response.text().catch(() => ""));
  if (!response.ok) throw refusal(response.status, body);
  return body;
}

/**
 * Sends a message with its files. Returns `{ answer, cancel }`; fetch cannot tell how far an upload is, XMLHttpRequest can.
 */
export function postMessage({ text, files, replyTo }, onProgress) {
  const request = new XMLHttpRequest();
  const answer = new Promise((resolve, reject) => {
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => settle(request, resolve, reject);
    request.onerror = () => reject(new ApiError(0, say("error.unsure")));
    request.ontimeout = () => reject(new ApiError(0, say("error.unsure")));
    request.onabort = () => reject(new DOMException("cancelled", "AbortError"));
  });
  request.open("POST", "api/messages");
  request.timeout = UPLOAD_TIMEOUT;
  request.send(messageForm(text, files, replyTo));
  return { answer, cancel: () => request.abort() };
}

function messageForm(text, files, replyTo) {
  const form = new FormData();
  form.append("text", text);
  if (replyTo) form.append("replyTo", replyTo);
  for (const file of files) form.append("files", file, file.name);
  return form;
}

function settle(request, resolve, reject) {
  const body = parse(request.responseText);
  if (request.status >= 200 && request.status < 300) resolve(body);
  else reject(refusal(request.status, body));
}

function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function refusal(status, body) {
  if (typeof body.error === "string" && body.error) return new ApiError(status, body.error);
  const key = `error.${status}`;
  const known = say(key);
  return new ApiError(status, known === key ? say("error.status", { status }) : known);
}
