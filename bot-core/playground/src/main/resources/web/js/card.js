import { element, linkedText, safeUrl } from "./dom.js";
import { icon } from "./icons.js";
import { openLightbox } from "./lightbox.js";
import { say } from "./texts.js";

const TONE_ICONS = { success: "check", warning: "warning", error: "error" };

/** A card's title, words, fields and thumbnails. Its selects and buttons are controls of the message. */
export function cardSection(card) {
  const tone = TONE_ICONS[card.tone];
  return element("div", { class: "card" },
    card.title ? element("h2", { class: "card-title" }, tone ? icon(tone) : null, card.title) : null,
    card.body ? element("p", { class: "card-body", dir: "auto" }, ...linkedText(card.body)) : null,
    thumbnailRow(card.thumbnails ?? []),
    fieldGrid(card.fields ?? []));
}

function fieldGrid(fields) {
  if (fields.length === 0) return null;
  const rows = fields.map(field => element("div", { class: field.wide ? "card-field wide" : "card-field" },
    element("dt", { text: field.name }),
    element("dd", { dir: "auto" }, ...linkedText(String(field.value ?? "")))));
  return element("dl", { class: "card-fields" }, ...rows);
}

function thumbnailRow(urls) {
  const pictures = urls.map(safeUrl).filter(url => url?.own).map((url, index) => thumbnail(url.href, index + 1));
  return pictures.length === 0 ? null : element("div", { class: "thumbnails" }, ...pictures);
}

function thumbnail(href, number) {
  const name = say("thumbnail", { number });
  const image = element("img", { src: href, alt: name, loading: "lazy", on: { error: () => image.parentElement?.remove() } });
  return element("button", {
    type: "button", class: "thumbnail", "aria-label": say("lightbox.open", { name }), on: { click: () => openLightbox(href, name) }
  }, image);
}
