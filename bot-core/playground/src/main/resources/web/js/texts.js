const ENGLISH = {
  "skip": "Skip to the message field",
  "timeline": "Conversation",
  "suggestions": "Suggestions",
  "suggestions.count": "{count} suggestions",
  "composer": "Message to Spoolbot",
  "placeholder": "Describe a clip, or type /",
  "hint": "Enter sends · Shift+Enter new line · / for commands",
  "send": "Send",
  "attach": "Attach files",
  "drop": "Drop pictures, clips or sound here",
  "tray": "Files to send",
  "tray.remove": "Remove {name}",
  "tray.insert": "Put {tag} into the message",
  "tray.left": "Move {name} to the front",
  "welcome.title": "What shall we film?",
  "welcome.text": "Describe a scene and get a finished clip. Drop in pictures, clips or sound to steer it.",
  "theme.dark": "Use dark colours",
  "theme.light": "Use light colours",
  "connection.connecting": "Connecting…",
  "connection.online": "Online",
  "connection.reconnecting": "Reconnecting…",
  "connection.refused": "Not signed in",
  "notice.reconnecting": "The server does not answer. Reconnecting… What you send now goes out as soon as it is back.",
  "notice.back": "Connected again.",
  "gate.title": "A link is needed",
  "gate.label": "The one-time link, or its code, from the server console",
  "gate.enter": "Enter",
  "who": "Signed in as {name}",
  "from.bot": "Spoolbot",
  "from.you": "You",
  "private": "Only you can see this",
  "typing": "Spoolbot is writing",
  "jump": "Newest",
  "jump.new": "{count} new",
  "day.today": "Today",
  "day.yesterday": "Yesterday",
  "reply": "Reply",
  "reply.to": "Reply to {name}: {text}",
  "reply.cancel": "Do not reply to this message",
  "reply.gone": "An earlier message",
  "reply.files": "a file",
  "copy": "Copy text",
  "copied": "Copied.",
  "reuse": "Use again",
  "lightbox": "Picture",
  "lightbox.open": "Show {name} large",
  "close": "Close",
  "download.name": "Download {name}",
  "open.name": "Open {name}",
  "media.broken": "{name} can no longer be shown. It may have been deleted.",
  "thumbnail": "Reference {number}",
  "form.cancel": "Cancel",
  "form.required": "Please fill in “{name}”.",
  "form.optional": "optional",
  "progress": "Progress",
  "progress.position": "Number {position} in the queue",
  "select.none": "Choose…",
  "outbox.queued": "Waits for the connection",
  "outbox.sending": "Sending…",
  "outbox.uploading": "Uploading {percent} %",
  "outbox.cancel": "Cancel",
  "outbox.retry": "Try again",
  "outbox.edit": "Edit",
  "outbox.discard": "Remove",
  "error.network": "The server could not be reached. Please try again.",
  "error.unsure": "The connection broke while sending, so this may or may not have arrived.",
  "error.timeout": "The server took too long to answer.",
  "error.status": "The server answered with an error ({status}).",
  "error.413": "That is too large for this server.",
  "error.429": "That was a little fast. Please wait a moment and try again.",
  "error.503": "The server is busy. Please try again in a moment.",
  "error.tooMany": "At most {count} files fit into one message. {names} left out.",
  "error.tooLarge": "Files of one message may have {size} together. {names} left out.",
  "error.empty": "{names} left out: empty, or a folder.",
  "error.gone": "{names} can no longer be had; please attach again.",
  "error.kind": "{names} left out: only pictures, clips and sound can be used.",
  "error.long": "The message is {over} characters too long.",
  "error.copy": "The browser did not allow copying."
};

const TRANSLATIONS = ["de", "es", "ru", "zh"];

let texts = ENGLISH;

/** Speaks the language of the server where there is a translation; a missing sentence stays English. */
export async function useLanguage(language) {
  document.documentElement.lang = language;
  const base = language.split("-")[0].toLowerCase();
  if (!TRANSLATIONS.includes(base)) return;
  const translation = await import(`./texts-${base}.js`).catch(() => null);
  texts = { ...ENGLISH, ...translation?.default };
  applyTexts(document);
}

/** The sentence of that key, with its values put in. */
export function say(key, values = {}) {
  const sentence = texts[key] ?? ENGLISH[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Writes the texts that index.html marks with `data-say`, `data-say-label` and `data-say-placeholder`. */
export function applyTexts(root) {
  for (const node of root.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  for (const node of root.querySelectorAll("[data-say-placeholder]")) node.placeholder = say(node.dataset.sayPlaceholder);
  for (const node of root.querySelectorAll("[data-say-label]")) {
    node.setAttribute("aria-label", say(node.dataset.sayLabel));
    if (node.localName === "button") node.title = say(node.dataset.sayLabel);
  }
}
