import { Completion } from "./completion.js";
import { find, showText } from "./dom.js";
import { acceptFiles } from "./drop.js";
import { forThisTab, recall, remember } from "./storage.js";
import { say } from "./texts.js";
import { Tray } from "./tray.js";

const COUNTER_FROM = 0.9;

/** Where a message is written. `host` gives: send(draft), ownTexts(), summaryOf(id). */
export class Composer {
  #box = find("composer-text");
  #session;
  #host;
  #tray;
  #replyTo = null;
  #recalled = -1;
  completion;

  constructor(session, host) {
    this.#session = session;
    this.#host = host;
    this.#tray = new Tray(session, tag => this.#insert(tag));
    this.completion = new Completion(this.#box, () => this.#tray.files);
    this.#listen();
    this.fill(recall(forThisTab, "draft") ?? "");
  }

  #listen() {
    find("composer").addEventListener("submit", event => {
      event.preventDefault();
      this.#send();
    });
    this.#box.addEventListener("input", () => this.#changed());
    this.#box.addEventListener("keydown", event => this.#key(event));
    this.#box.addEventListener("click", () => this.completion.refresh());
    find("tray").addEventListener("change", () => this.#showReady());
    find("reply-cancel").addEventListener("click", () => this.replyTo(null));
    find("attach").addEventListener("click", () => find("files").click());
    find("files").addEventListener("change", event => {
      this.addFiles(event.target.files);
      event.target.value = "";
    });
    acceptFiles(files => this.addFiles(files));
  }

  /** Adds files; `gone` are the names of those that cannot be had any more. */
  addFiles(files, gone = []) {
    const lost = gone.length > 0 ? [say("error.gone", { names: gone.join(", ") })] : [];
    showText(find("composer-error"), [...lost, ...this.#tray.add(files)].join(" "));
    this.focus();
  }

  /** Puts a text there to be sent or changed. */
  fill(text) {
    this.#box.value = text;
    this.#box.setSelectionRange(text.length, text.length);
    this.#changed();
  }

  /** A message that did not go out comes back to be changed. */
  giveBack({ text, files, replyTo }) {
    this.fill([text, this.#box.value].filter(Boolean).join("\n"));
    this.#tray.add(files);
    this.replyTo(replyTo ?? null);
    this.focus();
  }

  replyTo(id) {
    this.#replyTo = id;
    const summary = id ? this.#host.summaryOf(id) : null;
    find("reply").hidden = summary === null;
    if (summary) find("reply-text").textContent = say("reply.to", summary);
    this.focus();
  }

  focus() {
    this.#box.focus({ preventScroll: true });
  }

  #send() {
    const text = this.#box.value.trim();
    const over = text.length - this.#session.limits.maxTextLength;
    if (over > 0) showText(find("composer-error"), say("error.long", { over }));
    if (over > 0 || (text === "" && this.#tray.files.length === 0)) return;
    const draft = { text, files: this.#tray.files, replyTo: this.#replyTo };
    this.completion.close();
    this.#tray.clear();
    this.#recalled = -1;
    showText(find("composer-error"), "");
    this.replyTo(null);
    this.fill("");
    this.#host.send(draft);
  }

  #key(event) {
    if (this.completion.handleKey(event) || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape" && this.#replyTo) {
      this.replyTo(null);
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      this.#recall(event, event.key === "ArrowUp" ? 1 : -1);
    }
  }

  /** Arrow up in an empty field brings back what was sent before, as a shell does. */
  #recall(event, step) {
    const texts = this.#host.ownTexts();
    const untouched = this.#box.value === "" ? this.#recalled < 0 : this.#box.value === texts[this.#recalled];
    const next = this.#recalled + step;
    if (event.shiftKey || !untouched || next < -1 || next >= texts.length) return;
    event.preventDefault();
    this.fill(next < 0 ? "" : texts[next]);
    this.completion.close();
    this.#recalled = next;
  }

  #insert(tag) {
    const { value, selectionStart, selectionEnd } = this.#box;
    const space = selectionStart > 0 && !/\s$/.test(value.slice(0, selectionStart)) ? " " : "";
    this.#box.setRangeText(`${space}${tag} `, selectionStart, selectionEnd, "end");
    this.#changed();
    this.focus();
  }

  #changed() {
    this.#recalled = this.#box.value === "" ? -1 : this.#recalled;
    remember(forThisTab, "draft", this.#box.value);
    this.#grow();
    this.#showReady();
    this.completion.refresh();
  }

  #grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.#box.style.height = "auto";
    this.#box.style.height = `${this.#box.scrollHeight}px`;
  }

  #showReady() {
    const length = this.#box.value.trim().length;
    const { maxTextLength } = this.#session.limits;
    find("send").disabled = length === 0 && this.#tray.files.length === 0;
    showText(find("counter"), length > maxTextLength * COUNTER_FROM ? `${length} / ${maxTextLength}` : "");
    find("counter").classList.toggle("over", length > maxTextLength);
  }
}
