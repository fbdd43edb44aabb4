import { openSession } from "./api.js";
import { forThisTab, recall, remember } from "./storage.js";

/** Who this tab is. The name survives a reload; the one-time link is used once and kept nowhere. */
export class Session {
  #user;
  #admin;
  #link;
  limits = { maxFiles: 12, maxBytes: 200 * 1024 * 1024, maxTextLength: 8000 };

  constructor(query) {
    this.#user = query.get("user") ?? recall(forThisTab, "user");
    this.#admin = ["1", "true"].includes(query.get("admin"));
    this.#link = query.get("link");
  }

  static fromAddress() {
    const query = new URLSearchParams(location.search);
    const session = new Session(query);
    if (query.has("link")) {
      query.delete("link");
      history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
    }
    return session;
  }

  get user() {
    return this.#user ?? "";
  }

  /** Takes a one-time link as it was pasted: the whole address, or its code alone. */
  useLink(pasted) {
    const address = /^https?:/.test(pasted) && URL.canParse(pasted) ? new URL(pasted) : null;
    this.#link = address ? address.searchParams.get("link") : pasted;
    this.#user = address?.searchParams.get("user") ?? this.#user;
    this.#admin ||= ["1", "true"].includes(address?.searchParams.get("admin"));
  }

  async open() {
    const body = {};
    if (this.#user) body.user = this.#user;
    if (this.#admin) body.admin = true;
    if (this.#link) body.link = this.#link;
    const answer = await openSession(body);
    this.#link = null;
    this.#user = answer.user;
    remember(forThisTab, "user", answer.user);
    this.limits = { ...this.limits, ...numbersOf(answer) };
    return answer;
  }
}

function numbersOf({ maxFiles, maxBytes, maxTextLength }) {
  return Object.fromEntries(Object.entries({ maxFiles, maxBytes, maxTextLength }).filter(([, value]) => Number.isFinite(value)));
}
