import { find } from "./dom.js";

const LONGEST = 8000;

/** Three dots while the bot says that it writes; they go with its next message, or after a while. */
export class TypingSign {
  #node = find("typing");
  #timer = 0;

  show({ on = true } = {}) {
    clearTimeout(this.#timer);
    this.#node.hidden = !on;
    if (on) this.#timer = setTimeout(() => this.hide(), LONGEST);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#node.hidden = true;
  }
}
