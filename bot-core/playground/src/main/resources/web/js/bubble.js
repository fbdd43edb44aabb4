import { attachmentList } from "./media.js";
import { cardSection } from "./card.js";
import { controlSection, focusAction, focusedAction, lockControls } from "./controls.js";
import { element, iconButton, linkedText, showText } from "./dom.js";
import { dateOf, fullDateText, snippet, timeText } from "./format.js";
import { icon } from "./icons.js";
import { ProgressLine } from "./progress.js";
import { say } from "./texts.js";

/** One message on the page. Only the parts that changed are built anew, so a playing clip survives an edit. */
export class Bubble {
  #host;
  #parts = {};
  #shown = {};
  #progress = null;
  #pressed = null;
  #fault = element("p", { class: "fault", role: "alert", hidden: true });
  #state = element("div", { class: "outbox" });
  #head = element("p", { class: "message-head" });
  #body = element("div", { class: "bubble" });
  #day = element("p", { class: "day" });
  node = element("li", { class: "message", tabindex: "-1" });
  message;

  /** @param host what a message may ask of the page: isOwn, press, reply, copy, reuse, quoteOf, jumpTo */
  constructor(message, host) {
    this.#host = host;
    for (const name of ["quote", "text", "card", "attachments", "progress", "controls"]) this.#parts[name] = element("div", { class: `part-${name}` });
    this.#body.append(...Object.values(this.#parts), this.#fault);
    this.node.append(this.#day, this.#head, element("div", { class: "message-row" }, this.#body, this.#tools()), this.#state);
    this.update(message);
  }

  get id() {
    return this.message.id;
  }

  get at() {
    return dateOf(this.message.at).getTime();
  }

  update(message) {
    if (this.message) releaseFiles(this.message, message);
    this.message = message;
    const own = this.#host.isOwn(message);
    this.node.dataset.messageId = message.id;
    this.node.dataset.from = own ? "own" : message.from === "bot" ? "bot" : "other";
    this.#showHead(message, own);
    this.#fill(message);
    showText(this.#fault, "");
  }

  #fill(message) {
    this.#section("quote", message.replyTo ?? null, id => this.#quote(id));
    this.#section("text", message.text || null, text => element("div", { class: "text", dir: "auto" }, ...linkedText(text)));
    const { selects, ...card } = message.card ?? {};
    this.#section("card", message.card ? card : null, cardSection);
    this.#section("attachments", message.attachments ?? [], attachmentList);
    this.#showProgress(message.progress);
    this.#showControls({ buttons: message.buttons ?? [], selects: selects ?? [] });
    this.#body.dataset.tone = message.card?.tone ?? "";
    this.#body.dataset.rich = String(Boolean(message.card || message.attachments?.length || message.progress));
  }

  #section(name, data, build) {
    const json = JSON.stringify(data);
    if (this.#shown[name] === json) return false;
    this.#shown[name] = json;
    const built = data === null ? null : build(data);
    this.#parts[name].replaceChildren(...(built ? [built] : []));
    return true;
  }

  #showControls(controls) {
    const focused = focusedAction(this.node);
    const changed = this.#section("controls", controls, data => controlSection(data, (...use) => this.#host.press(this, ...use)));
    if (changed && focused) focusAction(this.node, focused);
  }

  #showProgress(progress) {
    if (!progress) {
      this.#parts.progress.replaceChildren();
      this.#progress = null;
      return;
    }
    if (!this.#progress) {
      this.#progress = new ProgressLine();
      this.#parts.progress.replaceChildren(this.#progress.node);
    }
    this.#progress.update(progress);
  }

  #showHead(message, own) {
    const date = dateOf(message.at);
    const name = own ? say("from.you") : message.from === "bot" ? say("from.bot") : message.from;
    this.#head.replaceChildren(
      element("span", { class: "message-from", text: name, dir: "auto" }),
      element("time", { datetime: date.toISOString(), text: timeText(date), title: fullDateText(date) }));
    if (message.private) this.#head.append(element("span", { class: "private" }, icon("lock"), say("private")));
  }

  #quote(id) {
    return element("button", { type: "button", class: "quote", dir: "auto", text: this.#host.quoteOf(id), on: { click: () => this.#host.jumpTo(id) } });
  }

  #tools() {
    return element("div", { class: "tools" },
      iconButton("reply", say("reply"), () => this.#host.reply(this), "small tool-reply"),
      iconButton("copy", say("copy"), () => this.#host.copy(this), "small tool-copy"),
      iconButton("again", say("reuse"), () => this.#host.reuse(this), "small tool-reuse"));
  }

  /** The words of this message, for copying, quoting and speaking. */
  get words() {
    const { text, card, attachments, progress } = this.message;
    const fields = (card?.fields ?? []).map(field => `${field.name}: ${field.value}`);
    const files = (attachments ?? []).map(attachment => attachment.name);
    return [text, card?.title, card?.body, ...fields, progress?.label, ...files].filter(Boolean).join("\n");
  }

  get summary() {
    return snippet(this.message.text || this.message.card?.title || this.message.attachments?.[0]?.name || say("reply.files"));
  }

  lock(locked, pressedId) {
    lockControls(this.node, locked, pressedId);
    if (locked) {
      this.#pressed = pressedId;
      return;
    }
    const lostFocus = [document.body, this.node].includes(document.activeElement);
    if (this.#pressed && lostFocus) focusAction(this.node, this.#pressed);
    this.#pressed = null;
  }

  /** Shows again what the server last said is chosen. */
  restoreSelects() {
    delete this.#shown.controls;
    this.#showControls({ buttons: this.message.buttons ?? [], selects: this.message.card?.selects ?? [] });
  }

  showFault(sentence) {
    showText(this.#fault, sentence);
  }

  /** What becomes of an own message that is not with the server yet; null when it is. */
  showState(state, ...nodes) {
    if (state) this.node.dataset.state = state;
    else delete this.node.dataset.state;
    this.#state.replaceChildren(...nodes);
  }

  /** A new day above it, the same speaker as before, or the answer to what stands right above (which needs no quote). */
  showPlace({ day, continues, follows }) {
    showText(this.#day, day);
    this.node.classList.toggle("follows", follows);
    this.node.classList.toggle("continues", continues);
  }
}

/** Frees the local copies of files that the new content no longer shows. */
function releaseFiles(before, after) {
  const kept = new Set((after.attachments ?? []).map(attachment => attachment.url));
  for (const { url } of before.attachments ?? []) if (url?.startsWith("blob:") && !kept.has(url)) URL.revokeObjectURL(url);
}
