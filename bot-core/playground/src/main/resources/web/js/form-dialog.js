import { element, find, showText } from "./dom.js";
import { say } from "./texts.js";

/** Opens a form and hands its values to `submit`; it stays open, with the sentence in place, while `submit` fails. */
export function openForm(form, submit) {
  const dialog = find("form-dialog");
  const fault = element("p", { class: "fault", role: "alert", hidden: true });
  const fields = (form.fields ?? []).map(fieldRow);
  const send = element("button", { type: "submit", class: "button primary", text: form.submit || say("send") });
  const cancel = element("button", { type: "button", class: "button secondary", text: say("form.cancel"), on: { click: () => dialog.close() } });
  const node = element("form", { class: "form", novalidate: true },
    element("h2", { id: "form-title", text: form.title }), ...fields.map(field => field.row), fault,
    element("div", { class: "form-row" }, cancel, send));
  node.addEventListener("submit", event => {
    event.preventDefault();
    sendForm({ dialog, fields, fault, send, submit });
  });
  node.addEventListener("keydown", event => submitByKey(event, node));
  dialog.replaceChildren(node);
  dialog.showModal();
  focusEnd(fields[0]?.input);
}

async function sendForm({ dialog, fields, fault, send, submit }) {
  const missing = fields.find(field => field.spec.required && field.input.value.trim() === "");
  if (missing) {
    showText(fault, say("form.required", { name: missing.spec.label }));
    missing.input.setAttribute("aria-invalid", "true");
    missing.input.focus();
    return;
  }
  send.disabled = true;
  try {
    await submit(Object.fromEntries(fields.map(field => [field.spec.id, [field.input.value]])));
    dialog.close();
  } catch (failure) {
    showText(fault, failure.message);
  } finally {
    send.disabled = false;
  }
}

function fieldRow(spec) {
  return spec.options ? choiceRow(spec) : textRow(spec);
}

function choiceRow(spec) {
  const options = spec.options.map(option =>
    element("option", { value: option.value, text: option.label ?? option.value, selected: option.selected === true }));
  const input = element("select", { name: spec.id, dir: "auto" }, ...options);
  return { spec, input, row: element("label", { class: "field" }, element("span", { text: spec.label }), input) };
}

function textRow(spec) {
  const input = element(spec.multiline ? "textarea" : "input", {
    type: spec.multiline ? null : "text", rows: spec.multiline ? 5 : null, name: spec.id, maxlength: spec.maxLength > 0 ? spec.maxLength : null,
    "aria-required": spec.required ? "true" : null, dir: "auto", autocomplete: "off"
  });
  input.value = spec.value ?? "";
  const note = element("small", { class: "field-note" });
  const showNote = () => {
    input.removeAttribute("aria-invalid");
    note.textContent = spec.maxLength > 0 ? `${input.value.length} / ${spec.maxLength}` : spec.required ? "" : say("form.optional");
  };
  input.addEventListener("input", showNote);
  showNote();
  return { spec, input, row: element("label", { class: "field" }, element("span", { text: spec.label }), input, note) };
}

function submitByKey(event, form) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
}

function focusEnd(input) {
  input?.focus();
  input?.setSelectionRange?.(input.value.length, input.value.length);
}
