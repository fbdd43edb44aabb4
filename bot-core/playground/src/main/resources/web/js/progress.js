import { element, showText } from "./dom.js";
import { say } from "./texts.js";

/** A progress line that is updated in place, so that the bar glides and a screen reader is not interrupted. */
export class ProgressLine {
  #label = element("span", { class: "progress-label" });
  #percent = element("span", { class: "progress-percent" });
  #bar = element("progress", { max: 1 });
  #facts = element("p", { class: "progress-facts" });
  node = element("div", { class: "progress" }, element("p", { class: "progress-head" }, this.#label, this.#percent), this.#bar, this.#facts);

  update({ label, fraction, position, eta }) {
    const known = Number.isFinite(fraction);
    this.#label.textContent = label || say("progress");
    this.#bar.setAttribute("aria-label", label || say("progress"));
    showText(this.#percent, known ? `${Math.round(clamp(fraction) * 100)} %` : "");
    if (known) this.#bar.value = clamp(fraction);
    else this.#bar.removeAttribute("value");
    const facts = [Number.isFinite(position) ? say("progress.position", { position }) : "", eta ?? ""];
    showText(this.#facts, facts.filter(Boolean).join(" · "));
  }
}

function clamp(fraction) {
  return Math.min(1, Math.max(0, fraction));
}
