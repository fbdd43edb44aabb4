import { postAction } from "./api.js";
import { openForm } from "./form-dialog.js";

const LONGEST_LOCK = 10_000;

/** What happens when a control of a message is used: a form first where it has one, else the action at once. */
export class Actions {
  #session;
  #timers = new Map();

  constructor(session) {
    this.#session = session;
  }

  press(bubble, actionId, values, form) {
    if (form) openForm(form, answers => this.#submit(bubble, actionId, answers));
    else this.#submit(bubble, actionId, values).catch(fault => bubble.showFault(fault.message));
  }

  /** An edit or a reply arrived: the message may be used again. */
  answered(bubble) {
    if (!this.#timers.has(bubble)) return;
    clearTimeout(this.#timers.get(bubble));
    this.#timers.delete(bubble);
    bubble.lock(false);
  }

  async #submit(bubble, actionId, values) {
    bubble.showFault("");
    bubble.lock(true, actionId);
    clearTimeout(this.#timers.get(bubble));
    this.#timers.set(bubble, setTimeout(() => this.answered(bubble), LONGEST_LOCK));
    try {
      await this.#post(bubble.id, actionId, values);
    } catch (fault) {
      this.answered(bubble);
      bubble.restoreSelects();
      throw fault;
    }
  }

  async #post(messageId, actionId, values) {
    try {
      await postAction(messageId, actionId, values);
    } catch (fault) {
      if (fault.status !== 401) throw fault;
      await this.#session.open();
      await postAction(messageId, actionId, values);
    }
  }
}
