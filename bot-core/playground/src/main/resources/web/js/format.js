import { say } from "./texts.js";

const UNITS = ["B", "KiB", "MiB", "GiB"];
const DAY = 86_400_000;

export function sizeText(bytes) {
  if (!Number.isFinite(bytes) || bytes < 0) return "";
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)));
  const value = bytes / 1024 ** step;
  return `${value.toFixed(step > 0 && value < 10 ? 1 : 0)} ${UNITS[step]}`;
}

export function durationText(seconds) {
  if (!Number.isFinite(seconds) || seconds <= 0) return "";
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** The reader's own habits of writing times, as long as they are of the page's language. */
function locale() {
  const language = document.documentElement.lang;
  return navigator.languages.find(own => own.split("-")[0] === language.split("-")[0]) ?? language;
}

export function timeText(date) {
  return date.toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });
}

export function dayText(date, today = new Date()) {
  const days = Math.round((startOfDay(today) - startOfDay(date)) / DAY);
  if (days === 0) return say("day.today");
  if (days === 1) return say("day.yesterday");
  return date.toLocaleDateString(locale(), { weekday: "long", day: "numeric", month: "long" });
}

function startOfDay(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** The kind of a file as the tags of a prompt know it: image, video, audio; else file. */
export function kindOf(contentType) {
  const kind = (contentType ?? "").split("/")[0];
  return ["image", "video", "audio"].includes(kind) ? kind : "file";
}

/** One line of a longer text. */
export function snippet(text, length = 90) {
  const line = (text ?? "").replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

export function fullDateText(date) {
  return date.toLocaleString(locale());
}

export function dateOf(at) {
  const date = new Date(at ?? Date.now());
  return Number.isNaN(date.getTime()) ? new Date() : date;
}
