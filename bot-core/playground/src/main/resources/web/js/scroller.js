import { find } from "./dom.js";
import { say } from "./texts.js";

const NEAR = 80;

/** Keeps the newest message in view while the reader is there, and leaves him alone while he reads above. */
export class Scroller {
  #stage = find("stage");
  #button = find("jump");
  #atEnd = true;
  #unseen = 0;

  constructor() {
    this.#stage.addEventListener("scroll", () => this.#look(), { passive: true });
    this.#button.addEventListener("click", () => this.toEnd());
    const grown = new ResizeObserver(() => this.#follow());
    for (const node of [this.#stage, find("timeline"), find("typing")]) grown.observe(node);
  }

  toEnd() {
    this.#atEnd = true;
    this.#follow();
    this.#look();
  }

  noticeNew() {
    if (!this.#atEnd) this.#unseen++;
    this.#show();
  }

  #follow() {
    if (this.#atEnd) this.#stage.scrollTop = this.#stage.scrollHeight;
  }

  #look() {
    this.#atEnd = this.#stage.scrollHeight - this.#stage.scrollTop - this.#stage.clientHeight < NEAR;
    if (this.#atEnd) this.#unseen = 0;
    this.#show();
  }

  #show() {
    this.#button.hidden = this.#atEnd;
    find("jump-text").textContent = this.#unseen > 0 ? say("jump.new", { count: this.#unseen }) : say("jump");
  }
}
