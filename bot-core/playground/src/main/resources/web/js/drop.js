import { find } from "./dom.js";

/** Files dropped anywhere on the page, or pasted anywhere, go to `take`. */
export function acceptFiles(take) {
  const veil = find("drop");
  let depth = 0;
  const show = visible => {
    depth = visible ? depth : 0;
    veil.hidden = !visible;
  };
  addEventListener("dragenter", event => carriesFiles(event) && !dialogOpen() && ++depth && show(true));
  addEventListener("dragleave", event => carriesFiles(event) && --depth <= 0 && show(false));
  addEventListener("dragover", event => carriesFiles(event) && event.preventDefault());
  addEventListener("drop", event => {
    if (!carriesFiles(event)) return;
    // Also where they are not wanted: the browser would leave the page to show the file.
    event.preventDefault();
    show(false);
    if (!dialogOpen()) take(event.dataTransfer.files);
  });
  addEventListener("paste", event => {
    const files = event.clipboardData?.files ?? [];
    if (files.length === 0 || dialogOpen()) return;
    event.preventDefault();
    take(files);
  });
}

function carriesFiles(event) {
  return [...(event.dataTransfer?.types ?? [])].includes("Files");
}

function dialogOpen() {
  return document.querySelector("dialog[open]") !== null;
}
