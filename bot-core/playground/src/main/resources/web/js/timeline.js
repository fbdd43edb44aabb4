import { Bubble } from "./bubble.js";
import { dayText, dateOf } from "./format.js";
import { say } from "./texts.js";

const SAME_BREATH = 5 * 60_000;

/** The messages in order of time, each id once, however often the server tells it. */
export class Timeline {
  #list;
  #host;
  #bubbles = new Map();

  constructor(list, host) {
    this.#list = list;
    this.#host = { ...host, quoteOf: id => this.#quoteOf(id), jumpTo: id => this.jumpTo(id) };
  }

  get isEmpty() {
    return this.#list.childElementCount === 0;
  }

  get(id) {
    return this.#bubbles.get(id);
  }

  /** Adds a message, or takes it as the new content of the bubble that has its id. */
  put(message) {
    const known = this.#bubbles.get(message.id);
    if (known) {
      known.update(message);
      this.#replace(known);
      return { bubble: known, added: false };
    }
    const bubble = new Bubble(message, this.#host);
    bubble.node.bubble = bubble;
    this.#bubbles.set(message.id, bubble);
    this.#place(bubble);
    return { bubble, added: true };
  }

  edit(message) {
    const known = this.#bubbles.get(message.id);
    known?.update({ ...message, at: message.at ?? known.message.at });
    return known;
  }

  remove(id) {
    const bubble = this.#bubbles.get(id);
    if (!bubble) return;
    const hadFocus = bubble.node.contains(document.activeElement);
    const next = bubble.node.nextElementSibling ?? bubble.node.previousElementSibling;
    bubble.node.remove();
    this.#bubbles.delete(id);
    if (hadFocus) (next ?? this.#list).focus({ preventScroll: true });
    this.#describe(next);
  }

  /** A message of ours got its real id. If the server's copy came first, ours goes. */
  confirm(bubble, id) {
    const copy = this.#bubbles.get(id);
    this.#bubbles.delete(bubble.id);
    if (copy && copy !== bubble) {
      bubble.node.remove();
      return copy;
    }
    this.#bubbles.set(id, bubble);
    bubble.update({ ...bubble.message, id });
    return bubble;
  }

  jumpTo(id) {
    const bubble = this.#bubbles.get(id);
    if (!bubble) return;
    bubble.node.scrollIntoView({ block: "center" });
    bubble.node.focus({ preventScroll: true });
    bubble.node.classList.add("flash");
    setTimeout(() => bubble.node.classList.remove("flash"), 1600);
  }

  /** Our own texts, newest first, without repeats. */
  ownTexts() {
    const texts = [...this.#list.children].map(node => node.bubble.message).filter(message => this.#host.isOwn(message) && message.text);
    return [...new Set(texts.map(message => message.text).reverse())];
  }

  #quoteOf(id) {
    return this.#bubbles.get(id)?.summary ?? say("reply.gone");
  }

  /** The server's time of an own message may differ from ours; a message in its right place is not touched. */
  #replace(bubble) {
    const before = bubble.node.previousElementSibling?.bubble;
    const next = bubble.node.nextElementSibling?.bubble;
    const pending = next?.node.dataset.state !== undefined;
    if ((!before || before.at <= bubble.at) && (!next || pending || next.at >= bubble.at)) return;
    bubble.node.remove();
    this.#describe(next?.node);
    this.#place(bubble);
  }

  #place(bubble) {
    let after = this.#list.lastElementChild;
    while (after && after.dataset.state === undefined && after.bubble.at > bubble.at) after = after.previousElementSibling;
    if (after) after.after(bubble.node);
    else this.#list.prepend(bubble.node);
    this.#describe(bubble.node);
    this.#describe(bubble.node.nextElementSibling);
  }

  #describe(node) {
    if (!node?.bubble) return;
    const { message, at } = node.bubble;
    const before = node.previousElementSibling?.bubble;
    const day = dayText(dateOf(at));
    const newDay = !before || dayText(dateOf(before.at)) !== day;
    const continues = !newDay && before.message.from === message.from && at - before.at < SAME_BREATH;
    node.bubble.showPlace({ day: newDay ? day : "", continues, follows: before !== undefined && before.id === message.replyTo });
  }
}
