import { find } from "./dom.js";

const TITLE = document.title;
let unread = 0;

/** Says a sentence to people who use a screen reader, without moving the focus. */
export function announce(sentence) {
  const node = find("announcer");
  // The same sentence twice is a change only if the text differs.
  node.textContent = node.textContent === sentence ? `${sentence}\u00a0` : sentence;
}

/** Counts what came while the tab was in the background. */
export function countUnread() {
  if (document.visibilityState === "visible") return;
  unread++;
  document.title = `(${unread}) ${TITLE}`;
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  unread = 0;
  document.title = TITLE;
});
