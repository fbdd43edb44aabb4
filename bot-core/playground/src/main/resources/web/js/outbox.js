import { postMessage } from "./api.js";
import { element } from "./dom.js";
import { say } from "./texts.js";

let localNumber = 0;

/**
 * Own messages on their way, one after the other so that their order holds. A message that certainly was not sent waits for the
 * connection; one whose answer was lost is never repeated unasked, because it may have been understood.
 */
export class Outbox {
  #session;
  #timeline;
  #giveBack;
  #isOnline;
  #entries = [];
  #running = false;

  constructor({ session, timeline, giveBack, isOnline }) {
    this.#session = session;
    this.#timeline = timeline;
    this.#giveBack = giveBack;
    this.#isOnline = isOnline;
    addEventListener("beforeunload", event => this.#entries.length > 0 && event.preventDefault());
  }

  send(draft) {
    const bubble = this.#timeline.put(localMessage(draft, this.#session.user)).bubble;
    this.#entries.push({ draft, bubble, state: "queued", cancel: null, bar: null, label: null });
    bubble.showState("queued", element("span", { text: say(this.#isOnline() ? "outbox.sending" : "outbox.queued") }));
    this.run();
  }

  /** Sends what waits, if the server can be reached. */
  async run() {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let entry = this.#next(); entry; entry = this.#next()) await this.#deliver(entry);
    } finally {
      this.#running = false;
    }
  }

  /** The server's copy of an own message came; the bubble that waits for it is it. */
  adopt(message) {
    if (this.#timeline.get(message.id)) return;
    const entry = this.#entries.find(candidate => candidate.state !== "queued" && candidate.draft.text.trim() === (message.text ?? "").trim());
    if (entry) this.#settle(entry, message.id);
  }

  #next() {
    return this.#isOnline() ? this.#entries.find(entry => entry.state === "queued") : undefined;
  }

  async #deliver(entry) {
    entry.state = "sending";
    this.#showSending(entry, 0);
    try {
      const { id } = await this.#post(entry);
      if (entry.state === "sending") this.#settle(entry, id);
    } catch (fault) {
      if (entry.state === "sending") this.#failed(entry, fault);
    }
  }

  async #post(entry) {
    try {
      return await this.#attempt(entry);
    } catch (fault) {
      if (fault.status !== 401) throw fault;
      await this.#session.open();
      return this.#attempt(entry);
    }
  }

  #attempt(entry) {
    const { answer, cancel } = postMessage(entry.draft, fraction => this.#showSending(entry, fraction));
    entry.cancel = cancel;
    return answer;
  }

  #settle(entry, id) {
    entry.state = "done";
    this.#forget(entry);
    const bubble = id ? this.#timeline.confirm(entry.bubble, id) : entry.bubble;
    bubble.showState(null);
  }

  #failed(entry, fault) {
    if (fault.name === "AbortError") {
      this.#takeBack(entry);
      return;
    }
    entry.state = "failed";
    entry.bar = null;
    entry.bubble.showState("failed",
      element("span", { class: "fault", role: "alert", text: fault.message }),
      smallButton(say("outbox.retry"), () => this.#retry(entry)),
      smallButton(say("outbox.edit"), () => this.#takeBack(entry)),
      smallButton(say("outbox.discard"), () => this.#drop(entry)));
  }

  #retry(entry) {
    entry.state = "queued";
    entry.bubble.showState("queued", element("span", { text: say(this.#isOnline() ? "outbox.sending" : "outbox.queued") }));
    this.run();
  }

  #takeBack(entry) {
    this.#drop(entry);
    this.#giveBack(entry.draft);
  }

  #drop(entry) {
    entry.state = "done";
    this.#forget(entry);
    this.#timeline.remove(entry.bubble.id);
  }

  #forget(entry) {
    this.#entries = this.#entries.filter(other => other !== entry);
  }

  #showSending(entry, fraction) {
    if (entry.state !== "sending") return;
    if (entry.draft.files.length === 0) {
      entry.bubble.showState("sending", element("span", { text: say("outbox.sending") }));
      return;
    }
    if (!entry.bar) {
      entry.bar = element("progress", { max: 1, value: 0, "aria-label": say("outbox.sending") });
      entry.label = element("span", {});
      entry.bubble.showState("sending", entry.label, entry.bar, smallButton(say("outbox.cancel"), () => entry.cancel?.()));
    }
    entry.bar.value = fraction;
    entry.label.textContent = say("outbox.uploading", { percent: Math.round(fraction * 100) });
  }
}

function smallButton(text, press) {
  return element("button", { type: "button", class: "button secondary small", text, on: { click: press } });
}

function localMessage({ text, files, replyTo }, user) {
  const attachments = files.map(file => ({ name: file.name, contentType: file.type, size: file.size, url: URL.createObjectURL(file) }));
  return { id: `local-${++localNumber}`, from: user, at: new Date().toISOString(), text, replyTo, attachments };
}
