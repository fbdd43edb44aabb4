import { icon } from "./icons.js";

/** Finds an element that index.html is known to hold. */
export function find(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html lacks #${id}`);
  return found;
}

/**
 * Builds an element. `text` is set as text, `data` as data attributes, `on` as listeners, everything else as attributes;
 * null, undefined and false leave an attribute out.
 */
export function element(tag, { text, data, on, ...attributes } = {}, ...children) {
  const node = document.createElement(tag);
  if (text !== undefined && text !== null) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  for (const [name, value] of Object.entries(data ?? {})) if (value !== undefined && value !== null) node.dataset[name] = value;
  for (const [name, listener] of Object.entries(on ?? {})) node.addEventListener(name, listener);
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  node.setAttribute(name, value === true ? "" : String(value));
}

/** A button that shows only an icon, with a name for those who cannot see it. */
export function iconButton(name, label, press, extra = "") {
  return element("button", { type: "button", class: `icon-button ${extra}`.trim(), "aria-label": label, title: label, on: { click: press } },
    icon(name));
}

/** Shows text in an element that is hidden while it has none. */
export function showText(node, text) {
  node.textContent = text ?? "";
  node.hidden = !text;
}

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** Text as nodes: plain text, with web addresses as links. Nothing is ever read as markup. */
export function linkedText(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    nodes.push(text.slice(end, match.index));
    nodes.push(element("a", { href: match[0], text: match[0], target: "_blank", rel: "noopener noreferrer" }));
    end = match.index + match[0].length;
  }
  nodes.push(text.slice(end));
  return nodes;
}

/** What may be linked: our own origin (may also be shown in place) and https elsewhere (only as a link). */
export function safeUrl(url) {
  if (typeof url !== "string" || url === "") return null;
  const parsed = URL.parse ? URL.parse(url, document.baseURI) : parseUrl(url);
  if (!parsed) return null;
  if (parsed.origin === location.origin) return { href: parsed.href, own: true };
  return parsed.protocol === "https:" ? { href: parsed.href, own: false } : null;
}

function parseUrl(url) {
  try {
    return new URL(url, document.baseURI);
  } catch {
    return null;
  }
}
