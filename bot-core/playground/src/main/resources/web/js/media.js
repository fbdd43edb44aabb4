import { element, safeUrl } from "./dom.js";
import { durationText, kindOf, sizeText } from "./format.js";
import { icon } from "./icons.js";
import { openLightbox } from "./lightbox.js";
import { say } from "./texts.js";

const BUILDERS = { image: imageTile, video: videoTile, audio: audioTile, file: fileTile };

/** The files of a message: pictures, clips and sound in place, anything else (and anything of another origin) as a link. */
export function attachmentList(attachments) {
  const tiles = attachments.map(attachmentTile).filter(tile => tile !== null);
  if (tiles.length === 0) return null;
  const pictures = attachments.filter(attachment => kindOf(attachment.contentType) === "image").length;
  return element("div", { class: "attachments", data: { pictures: pictures > 1 ? "many" : null } }, ...tiles);
}

function attachmentTile(attachment) {
  const url = safeUrl(attachment.url);
  if (!url) return null;
  const build = url.own ? BUILDERS[kindOf(attachment.contentType)] : fileTile;
  return build({ ...attachment, name: attachment.name || "file" }, url.href);
}

function imageTile(attachment, href) {
  const image = element("img", { src: href, alt: attachment.name, loading: "lazy", decoding: "async", ...pixels(attachment) });
  const button = element("button", {
    type: "button", class: "picture", "aria-label": say("lightbox.open", { name: attachment.name }),
    on: { click: () => openLightbox(href, attachment.name) }
  }, image);
  image.addEventListener("error", () => button.replaceWith(brokenNote(attachment.name)));
  return button;
}

function videoTile(attachment, href) {
  const poster = safeUrl(attachment.poster);
  const size = pixels(attachment);
  const video = element("video", {
    src: href, controls: true, playsinline: true, preload: "metadata", "aria-label": attachment.name, poster: poster?.own ? poster.href : null, ...size
  });
  if (size.width) video.style.aspectRatio = `${size.width} / ${size.height}`;
  video.addEventListener("play", () => pauseOthers(video));
  video.addEventListener("error", () => video.replaceWith(brokenNote(attachment.name)));
  return element("figure", { class: "clip", data: { shape: size.height > size.width ? "tall" : "wide" } }, video, caption(attachment, href, "video"));
}

function audioTile(attachment, href) {
  const audio = element("audio", { src: href, controls: true, preload: "metadata", "aria-label": attachment.name });
  audio.addEventListener("play", () => pauseOthers(audio));
  return element("figure", { class: "clip sound" }, audio, caption(attachment, href, "audio"));
}

function fileTile(attachment, href) {
  return element("figure", { class: "clip" }, caption(attachment, href, kindOf(attachment.contentType)));
}

function caption(attachment, href, kind) {
  const facts = [durationText(attachment.duration), sizeText(attachment.size)].filter(Boolean).join(" · ");
  return element("figcaption", {},
    icon(kind === "image" ? "file" : kind),
    element("span", { class: "clip-name", text: attachment.name, title: attachment.name }),
    element("span", { class: "clip-facts", text: facts }),
    downloadLink(attachment.name, href));
}

function downloadLink(name, href) {
  const own = safeUrl(href)?.own;
  const label = say(own ? "download.name" : "open.name", { name });
  return element("a", {
    class: "icon-button", href, download: own ? name : null, target: own ? null : "_blank", rel: "noopener noreferrer",
    "aria-label": label, title: label
  }, icon("download"));
}

function brokenNote(name) {
  return element("p", { class: "broken", text: say("media.broken", { name }) });
}

function pixels({ width, height }) {
  return width > 0 && height > 0 ? { width, height } : {};
}

function pauseOthers(playing) {
  for (const media of document.querySelectorAll("video, audio")) if (media !== playing) media.pause();
}
