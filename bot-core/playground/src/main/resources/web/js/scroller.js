import { find } from "./dom.js";
import { say } from "./texts.js";

const NEAR = 80;
const BY_HAND = ["wheel", "touchmove", "pointerdown", "keydown"];
const HAND_MILLIS = 1500;

/** Keeps the newest message in view while the reader is there, and leaves him alone while he reads above. */
export class Scroller {
  #stage = find("stage");
  #button = find("jump");
  #atEnd = true;
  #unseen = 0;
  #byHandUntil = 0;

  constructor() {
    for (const sign of BY_HAND) {
      this.#stage.addEventListener(sign, () => (this.#byHandUntil = performance.now() + HAND_MILLIS), { passive: true });
    }
    this.#stage.addEventListener("scroll", () => this.#look(), { passive: true });
    this.#button.addEventListener("click", () => this.toEnd());
    const grown = new ResizeObserver(() => this.#follow());
    for (const node of [this.#stage, find("timeline"), find("typing")]) grown.observe(node);
  }

  toEnd() {
    this.#atEnd = true;
    this.#byHandUntil = 0;
    this.#follow();
    this.#look();
  }

  noticeNew() {
    if (!this.#atEnd) this.#unseen++;
    this.#show();
  }

  #follow() {
    const end = this.#stage.scrollHeight - this.#stage.clientHeight;
    if (this.#atEnd && Math.abs(this.#stage.scrollTop - end) > 1) this.#stage.scrollTop = end;
  }

  #look() {
    const near = this.#stage.scrollHeight - this.#stage.scrollTop - this.#stage.clientHeight < NEAR;
    // A message that goes while another comes moves the view too, and that is nobody's wish.
    if (near || performance.now() < this.#byHandUntil) this.#atEnd = near;
    this.#follow();
    if (this.#atEnd) this.#unseen = 0;
    this.#show();
  }

  #show() {
    this.#button.hidden = this.#atEnd;
    find("jump-text").textContent = this.#unseen > 0 ? say("jump.new", { count: this.#unseen }) : say("jump");
  }
}
