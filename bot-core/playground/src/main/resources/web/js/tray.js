import { element, find, iconButton } from "./dom.js";
import { durationText, kindOf, sizeText } from "./format.js";
import { icon } from "./icons.js";
import { tagsOf } from "./suggest.js";
import { say } from "./texts.js";

/** The files that will go with the next message, in the order that numbers their tags. */
export class Tray {
  #list = find("tray");
  #session;
  #insertTag;
  #items = [];

  constructor(session, insertTag) {
    this.#session = session;
    this.#insertTag = insertTag;
  }

  get files() {
    return this.#items.map(item => item.file);
  }

  /** Adds what fits; returns sentences about what does not. */
  add(files) {
    const { taken, faults } = sortFiles([...files], this.files, this.#session.limits);
    for (const file of taken) this.#items.push({ file, ...preview(file) });
    this.#show();
    return faults;
  }

  clear() {
    for (const item of this.#items) URL.revokeObjectURL(item.url);
    this.#items = [];
    this.#show();
  }

  #remove(item) {
    const index = this.#items.indexOf(item);
    URL.revokeObjectURL(item.url);
    this.#items.splice(index, 1);
    this.#show();
    const neighbour = this.#list.children[Math.min(index, this.#items.length - 1)];
    (neighbour?.querySelector(".tray-remove") ?? find("composer-text")).focus();
  }

  #toFront(item) {
    const index = this.#items.indexOf(item);
    this.#items.splice(index, 1);
    this.#items.splice(index - 1, 0, item);
    this.#show();
    this.#list.children[index - 1].querySelector(".tray-left, .tray-remove").focus();
  }

  #show() {
    const tags = tagsOf(this.files);
    this.#list.replaceChildren(...this.#items.map((item, index) => this.#tile(item, tags[index], index)));
    this.#list.hidden = this.#items.length === 0;
    this.#list.dispatchEvent(new Event("change"));
  }

  #tile(item, tag, index) {
    const { file, picture } = item;
    return element("li", { class: "tile", title: file.name },
      picture,
      element("span", { class: "tile-name", text: file.name }),
      element("span", { class: "tile-facts" },
        tag ? element("button", {
          type: "button", class: "tag", text: tag, "aria-label": say("tray.insert", { tag }), on: { click: () => this.#insertTag(tag) }
        }) : null,
        element("span", { text: sizeText(file.size) })),
      index > 0 ? iconButton("left", say("tray.left", { name: file.name }), () => this.#toFront(item), "small tray-left") : null,
      iconButton("close", say("tray.remove", { name: file.name }), () => this.#remove(item), "small tray-remove"));
  }
}

function preview(file) {
  const url = URL.createObjectURL(file);
  return { url, picture: element("div", { class: "tile-picture" }, ...PREVIEWS[kindOf(file.type)](url)) };
}

const PREVIEWS = {
  image: url => {
    const image = element("img", { src: url, alt: "" });
    image.addEventListener("error", () => image.replaceWith(icon("file")));
    return [image];
  },
  video: url => timed(element("video", { src: url, muted: true, preload: "metadata", tabindex: "-1", "aria-hidden": "true" }), "video"),
  audio: url => timed(element("audio", { src: url, preload: "metadata" }), "audio"),
  file: () => [icon("file")]
};

function timed(media, kind) {
  const badge = element("span", { class: "tile-length" });
  media.addEventListener("loadedmetadata", () => { badge.textContent = durationText(media.duration); });
  return [media, icon(kind), badge];
}

/** Which files fit beside those that are there already, and a sentence for each reason why others do not. */
function sortFiles(files, present, { maxFiles, maxBytes }) {
  const taken = [];
  const left = { kind: [], empty: [], tooMany: [], tooLarge: [] };
  let total = present.reduce((sum, file) => sum + file.size, 0);
  for (const file of files) {
    const reason = refusal(file, present.length + taken.length >= maxFiles, total + file.size > maxBytes);
    if (reason) {
      left[reason].push(file.name);
    } else {
      taken.push(file);
      total += file.size;
    }
  }
  const values = { count: maxFiles, size: sizeText(maxBytes) };
  const faults = Object.entries(left).filter(([, names]) => names.length > 0)
    .map(([reason, names]) => say(`error.${reason}`, { ...values, names: names.join(", ") }));
  return { taken, faults };
}

function refusal(file, full, heavy) {
  if (file.size === 0) return "empty";
  if (file.type && kindOf(file.type) === "file") return "kind";
  if (full) return "tooMany";
  return heavy ? "tooLarge" : null;
}
