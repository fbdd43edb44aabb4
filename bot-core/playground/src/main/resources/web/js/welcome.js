import { element, find } from "./dom.js";

const EXAMPLES = ["/video a red kite over dunes", "/video a paper boat --ratio 9:16", "/models", "/help"];

/** The empty page: examples that fill the composer, so that the first clip is two keys away. */
export function startWelcome(fill) {
  const chips = EXAMPLES.map(text => element("li", {}, element("button", { type: "button", class: "chip", text, on: { click: () => fill(text) } })));
  find("examples").replaceChildren(...chips);
}

export function showWelcome(visible) {
  find("welcome").hidden = !visible;
}
