import { announce } from "./announcer.js";
import { find, showText } from "./dom.js";
import { say } from "./texts.js";

const NOTICE_DELAY = 1500;
let noticeTimer = 0;
let wasLost = false;

/** Shows the state of the connection; a hiccup of a moment raises no banner. */
export function showConnection(state) {
  document.documentElement.dataset.connection = state;
  find("connection-text").textContent = say(`connection.${state}`);
  clearTimeout(noticeTimer);
  if (state === "reconnecting") {
    noticeTimer = setTimeout(() => showLoss(), NOTICE_DELAY);
    return;
  }
  showText(find("notice"), "");
  if (state === "online" && wasLost) announce(say("notice.back"));
  wasLost = false;
}

function showLoss() {
  wasLost = true;
  showText(find("notice"), say("notice.reconnecting"));
}

export function showUser({ user }) {
  showText(find("who"), user);
  find("who").title = say("who", { name: user });
}

/** Asks for the one-time link when the server wants one. */
export function startGate(enter) {
  const gate = find("gate");
  gate.addEventListener("cancel", event => event.preventDefault());
  find("gate-form").addEventListener("submit", event => {
    event.preventDefault();
    gate.close();
    enter(find("gate-link").value.trim());
    find("gate-link").value = "";
  });
}

export function openGate(sentence) {
  find("gate-text").textContent = sentence ?? "";
  if (!find("gate").open) find("gate").showModal();
}
