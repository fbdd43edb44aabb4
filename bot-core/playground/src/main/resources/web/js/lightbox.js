import { element, find, iconButton } from "./dom.js";
import { say } from "./texts.js";

/** Shows a picture large; a click anywhere or Escape closes it, and the focus returns to where it was. */
export function openLightbox(href, name) {
  const dialog = find("lightbox");
  const close = () => dialog.close();
  dialog.replaceChildren(
    element("img", { src: href, alt: name, on: { click: close } }),
    iconButton("close", say("close"), close));
  dialog.onclick = event => event.target === dialog && close();
  dialog.showModal();
}
