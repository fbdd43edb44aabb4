const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;
const REPLAY_QUIET = 600;
const EVENTS = ["message", "edit", "delete", "typing", "ready"];

/**
 * The server's events, for as long as the page is open. A dropped connection is resumed by the browser with Last-Event-ID; when the
 * server has forgotten us (it restarted), a session is opened anew and the replay is merged by message id.
 * States: connecting, online, reconnecting, refused.
 */
export class Stream {
  #session;
  #receive;
  #changed;
  #source = null;
  #timer = 0;
  #quiet = 0;
  #attempt = 0;
  #everOpen = false;
  #recovering = false;
  state = "connecting";
  /** True once the replay of earlier messages is over. */
  settled = false;

  constructor(session, receive, changed) {
    this.#session = session;
    this.#receive = receive;
    this.#changed = changed;
    addEventListener("online", () => this.#wake());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#wake());
  }

  /** Opens a session and listens. Never throws: what goes wrong is a state. */
  async start() {
    if (this.#recovering) return;
    this.#recovering = true;
    clearTimeout(this.#timer);
    try {
      const answer = await this.#session.open();
      await this.#changed("session", answer);
      this.#listen();
    } catch (fault) {
      this.#fail(fault);
    } finally {
      this.#recovering = false;
    }
  }

  #fail(fault) {
    if (fault.status === 401 || fault.status === 403) {
      this.#become("refused", fault.message);
      return;
    }
    this.#later();
  }

  #listen() {
    this.#source?.close();
    const source = new EventSource("api/events");
    this.#source = source;
    source.onopen = () => this.#opened();
    source.onerror = () => this.#broke(source);
    for (const name of EVENTS) source.addEventListener(name, event => this.#accept(name, event));
  }

  #opened() {
    this.#attempt = 0;
    this.#everOpen = true;
    this.settled = false;
    this.#become("online");
    this.#expectQuiet();
  }

  #accept(name, event) {
    if (name === "ready") {
      this.#settle();
      return;
    }
    if (!this.settled) this.#expectQuiet();
    const data = parse(event.data);
    if (data) this.#receive(name, data);
  }

  #expectQuiet() {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#settle(), REPLAY_QUIET);
  }

  #settle() {
    clearTimeout(this.#quiet);
    if (this.settled || this.state !== "online") return;
    this.settled = true;
    this.#changed("settled");
  }

  #broke(source) {
    if (source !== this.#source) return;
    clearTimeout(this.#quiet);
    this.#become(this.#everOpen ? "reconnecting" : "connecting");
    if (source.readyState === EventSource.CLOSED) this.#later();
  }

  #later() {
    this.#become(this.#everOpen || this.#attempt > 1 ? "reconnecting" : "connecting");
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#attempt++);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.start(), wait);
  }

  #wake() {
    if (this.state !== "reconnecting") return;
    this.#attempt = 0;
    this.start();
  }

  #become(state, sentence) {
    if (this.state === state && !sentence) return;
    this.state = state;
    this.#changed(state, sentence);
  }
}

function parse(data) {
  try {
    const value = JSON.parse(data);
    return value && typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
