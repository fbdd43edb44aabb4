import { find } from "./dom.js";
import { icon } from "./icons.js";
import { forGood, recall, remember } from "./storage.js";
import { say } from "./texts.js";

const system = matchMedia("(prefers-color-scheme: dark)");

/** The colours follow the system until the person chooses. */
export function startTheme() {
  const button = find("theme");
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    remember(forGood, "theme", next);
    showChoice(button);
  });
  system.addEventListener("change", () => showChoice(button));
  addEventListener("storage", event => event.key === "spoolbot.theme" && adopt(button));
  showChoice(button);
}

function adopt(button) {
  const theme = recall(forGood, "theme");
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  showChoice(button);
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : system.matches;
}

function showChoice(button) {
  const key = isDark() ? "theme.light" : "theme.dark";
  button.dataset.sayLabel = key;
  button.setAttribute("aria-label", say(key));
  button.title = say(key);
  button.replaceChildren(icon(isDark() ? "sun" : "moon"));
}
