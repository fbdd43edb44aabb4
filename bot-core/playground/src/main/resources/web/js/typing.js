import { find } from "./dom.js";
import { say } from "./texts.js";

const LONGEST = 8000;

/** Three dots while the bot says that it writes; they go with its next message, or after a while. */
export class TypingSign {
  #node = find("typing");
  #timer = 0;

  show({ on = true } = {}) {
    clearTimeout(this.#timer);
    this.#node.hidden = !on;
    this.#node.setAttribute("aria-label", say("typing"));
    if (on) this.#timer = setTimeout(() => this.hide(), LONGEST);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#node.hidden = true;
  }
}
