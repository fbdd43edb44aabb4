import { announce } from "./announcer.js";
import { complete } from "./api.js";
import { element, find } from "./dom.js";
import { localSuggestions } from "./suggest.js";
import { say } from "./texts.js";

const DEBOUNCE = 140;
const LONGEST_LIST = 12;

/** The list of suggestions above the composer: local ones at once, the server's when they come. A combobox for assistive tools. */
export class Completion {
  #box;
  #list = find("suggestions");
  #files;
  #commands = [];
  #shown = [];
  #active = -1;
  #dismissed = null;
  #timer = 0;
  #request = null;

  /** @param files gives the files that are attached now */
  constructor(box, files) {
    this.#box = box;
    this.#files = files;
    this.#list.addEventListener("pointerdown", event => event.preventDefault());
    this.#list.addEventListener("click", event => this.#accept(Number(event.target.closest("[role=option]")?.dataset.index ?? -1)));
    box.addEventListener("blur", () => this.close());
  }

  useCommands(commands) {
    this.#commands = commands;
  }

  /** The text changed. */
  refresh() {
    const text = this.#typed();
    this.#forgetRequest();
    if (text === null || text === this.#dismissed) {
      this.close();
      return;
    }
    this.#dismissed = null;
    const local = localSuggestions(text, this.#commands, this.#files());
    this.#show(local.suggestions, local.eager);
    if (this.#asksServer(text)) this.#timer = setTimeout(() => this.#ask(text), DEBOUNCE);
  }

  /** Takes a key when the list is open; true if it was for us. */
  handleKey(event) {
    if (this.#list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
    const keys = { ArrowDown: () => this.#move(1), ArrowUp: () => this.#move(-1), Escape: () => this.#dismiss(), Tab: () => this.#accept(this.#active) };
    if (event.key === "Enter" && !event.shiftKey) return this.#enter(event);
    if (!keys[event.key] || event.shiftKey) return false;
    event.preventDefault();
    keys[event.key]();
    return true;
  }

  close() {
    this.#forgetRequest();
    this.#show([], false);
  }

  #typed() {
    const { value, selectionStart, selectionEnd } = this.#box;
    const atEnd = selectionStart === selectionEnd && selectionEnd === value.length;
    return atEnd && document.activeElement === this.#box && (value.startsWith("/") || /(^|\s)@\S*$/.test(value)) ? value : null;
  }

  /** Names of commands are known here; everything behind them is the server's to know. */
  #asksServer(text) {
    return /\s/.test(text) || this.#commands.length === 0 || text.startsWith("@");
  }

  async #ask(text) {
    const request = new AbortController();
    this.#request = request;
    try {
      const suggestions = await complete(text, request.signal);
      if (this.#request === request && this.#typed() === text && suggestions.length > 0) this.#show(suggestions, /\s-\S*$/.test(text));
    } catch {
      // Completion is a courtesy: without the server the local suggestions stay.
    }
  }

  #forgetRequest() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = null;
  }

  #show(suggestions, eager) {
    const before = this.#shown.length;
    this.#shown = suggestions.filter(suggestion => typeof suggestion.text === "string").slice(0, LONGEST_LIST);
    this.#list.replaceChildren(...this.#shown.map(suggestionOption));
    this.#list.hidden = this.#shown.length === 0;
    this.#box.setAttribute("aria-expanded", String(this.#shown.length > 0));
    this.#activate(eager && this.#shown.length > 0 ? 0 : -1);
    if (this.#shown.length > 0 && before !== this.#shown.length) announce(say("suggestions.count", { count: this.#shown.length }));
  }

  #activate(index) {
    this.#active = index;
    [...this.#list.children].forEach((option, position) => option.setAttribute("aria-selected", String(position === index)));
    const active = this.#list.children[index];
    if (active) this.#box.setAttribute("aria-activedescendant", active.id);
    else this.#box.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({ block: "nearest" });
  }

  #move(step) {
    const count = this.#shown.length;
    this.#activate(this.#active < 0 ? (step > 0 ? 0 : count - 1) : (this.#active + step + count) % count);
  }

  #enter(event) {
    const chosen = this.#shown[this.#active];
    if (!chosen || chosen.text.trim() === this.#box.value.trim()) return false;
    event.preventDefault();
    this.#accept(this.#active);
    return true;
  }

  #accept(index) {
    const chosen = this.#shown[Math.max(0, index)];
    if (!chosen) return;
    // The next word is typed right behind it.
    const text = /\s$/.test(chosen.text) ? chosen.text : `${chosen.text} `;
    this.#box.value = text;
    this.#box.focus();
    this.#box.setSelectionRange(text.length, text.length);
    this.#box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #dismiss() {
    this.#dismissed = this.#box.value;
    this.close();
  }
}

function suggestionOption(suggestion, index) {
  return element("li", { role: "option", id: `suggestion-${index}`, data: { index: String(index) }, "aria-selected": "false" },
    element("span", { class: "suggestion-label", text: suggestion.label || suggestion.text }),
    element("span", { class: "suggestion-text", text: suggestion.description ?? "" }));
}
