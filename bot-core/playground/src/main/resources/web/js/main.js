import { Actions } from "./actions.js";
import { announce, countUnread } from "./announcer.js";
import { fetchFiles, loadCommands } from "./api.js";
import { Composer } from "./composer.js";
import { openGate, showConnection, showUser, startGate } from "./connection.js";
import { find } from "./dom.js";
import { snippet } from "./format.js";
import { fillIcons } from "./icons.js";
import { Outbox } from "./outbox.js";
import { Scroller } from "./scroller.js";
import { Session } from "./session.js";
import { Stream } from "./stream.js";
import { applyTexts, say, useLanguage } from "./texts.js";
import { startTheme } from "./theme.js";
import { Timeline } from "./timeline.js";
import { TypingSign } from "./typing.js";
import { showWelcome, startWelcome } from "./welcome.js";

const SPOKEN_LENGTH = 300;

/** Puts the parts together: what the server tells goes to the timeline, what the person does goes to the outbox and the actions. */
class Chat {
  #session = Session.fromAddress();
  #scroller = new Scroller();
  #typing = new TypingSign();
  #actions = new Actions(this.#session);
  #timeline = new Timeline(find("timeline"), {
    isOwn: message => message.from !== "bot" && message.from === this.#session.user,
    press: (...use) => this.#actions.press(...use),
    reply: bubble => this.#composer.replyTo(bubble.id),
    copy: bubble => copyText(bubble.words),
    reuse: bubble => this.#reuseWhole(bubble.message)
  });
  #outbox = new Outbox({
    session: this.#session, timeline: this.#timeline, giveBack: draft => this.#composer.giveBack(draft),
    isOnline: () => this.#stream?.state === "online"
  });
  #composer = new Composer(this.#session, {
    send: draft => this.#send(draft),
    ownTexts: () => this.#timeline.ownTexts(),
    summaryOf: id => this.#summaryOf(id)
  });
  #stream = new Stream(this.#session, (name, data) => this.#receive(name, data), (state, detail) => this.#changed(state, detail));

  start() {
    startWelcome(text => this.#reuse(text));
    startGate(link => {
      this.#session.useLink(link);
      this.#stream.start();
    });
    this.#stream.start();
  }

  #send(draft) {
    showWelcome(false);
    this.#outbox.send(draft);
    this.#scroller.toEnd();
  }

  #reuse(text) {
    this.#composer.fill(text);
    this.#composer.focus();
  }

  /** A message that came to nothing goes out again with its files, as long as the server keeps them. */
  async #reuseWhole({ text, attachments }) {
    this.#reuse(text);
    const { files, gone } = await fetchFiles(attachments ?? []);
    this.#composer.addFiles(files, gone);
  }

  #summaryOf(id) {
    const bubble = this.#timeline.get(id);
    if (!bubble) return null;
    return { name: bubble.message.from === "bot" ? say("from.bot") : bubble.message.from, text: bubble.summary };
  }

  #receive(name, data) {
    const handlers = { message: () => this.#message(data), edit: () => this.#edit(data), delete: () => this.#delete(data), typing: () => this.#typing.show(data) };
    handlers[name]?.();
  }

  #message(message) {
    if (typeof message.id !== "string") return;
    const own = message.from === this.#session.user;
    if (own) this.#outbox.adopt(message);
    const { bubble, added } = this.#timeline.put(message);
    const pressed = own ? undefined : this.#timeline.get(message.replyTo);
    if (pressed) this.#actions.answered(pressed);
    showWelcome(false);
    if (!own) this.#typing.hide();
    if (!added || own || !this.#stream.settled) return;
    this.#speak(bubble);
    this.#scroller.noticeNew();
    countUnread();
  }

  #edit(message) {
    const before = this.#timeline.get(message.id)?.words;
    const bubble = this.#timeline.edit(message);
    if (!bubble) return;
    this.#actions.answered(bubble);
    if (bubble.words !== before && this.#stream.settled) this.#speak(bubble);
  }

  #delete({ id }) {
    this.#timeline.remove(id);
    showWelcome(this.#timeline.isEmpty);
  }

  #speak(bubble) {
    const name = bubble.message.from === "bot" ? say("from.bot") : bubble.message.from;
    announce(`${name}: ${snippet(bubble.words, SPOKEN_LENGTH)}`);
  }

  #changed(state, detail) {
    if (state === "session") return this.#entered(detail);
    if (state === "settled") return showWelcome(this.#timeline.isEmpty);
    showConnection(state);
    if (state === "refused") openGate(detail);
    if (state === "online") this.#outbox.run();
    return undefined;
  }

  async #entered(session) {
    showUser(session);
    if (session.language) await useLanguage(session.language);
    this.#learnCommands();
  }

  async #learnCommands() {
    const commands = await loadCommands().catch(() => null);
    if (commands) this.#composer.completion.useCommands(commands);
  }
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce(say("copied"));
  } catch {
    announce(say("error.copy"));
  }
}

fillIcons(document);
applyTexts(document);
startTheme();
new Chat().start();
