import { element } from "./dom.js";
import { say } from "./texts.js";

/** The selects and buttons of a message. `press(actionId, values, form)` is called once for each use. */
export function controlSection({ buttons, selects }, press) {
  if (buttons.length === 0 && selects.length === 0) return null;
  return element("div", { class: "controls" },
    selects.length > 0 ? element("div", { class: "selects" }, ...selects.map(select => selectField(select, press))) : null,
    buttons.length > 0 ? element("div", { class: "buttons" }, ...buttons.map(button => actionButton(button, press))) : null);
}

function actionButton(button, press) {
  return element("button", {
    type: "button", class: `button ${styleOf(button.style)}`, text: button.label, disabled: button.disabled === true,
    data: { actionId: button.id, always: button.disabled === true ? "disabled" : null },
    "aria-haspopup": button.form ? "dialog" : null, on: { click: () => press(button.id, undefined, button.form) }
  });
}

function styleOf(style) {
  return ["primary", "danger"].includes(style) ? style : "secondary";
}

function selectField(select, press) {
  const options = (select.options ?? []).map(option =>
    element("option", { value: option.value, text: option.label ?? option.value, selected: option.selected === true }));
  const box = element("select", {
    data: { actionId: select.id }, disabled: select.disabled === true, on: { change: () => press(select.id, { [select.id]: [box.value] }) }
  }, ...options);
  if (!select.options?.some(option => option.selected)) {
    box.prepend(element("option", { value: "", text: say("select.none"), hidden: true, disabled: true }));
    box.selectedIndex = 0;
  }
  return element("label", { class: "select" }, element("span", { text: select.label }), box);
}

/** Locks or frees the controls; the focus goes back to the pressed one when it can take it again. */
export function lockControls(root, locked, pressedId) {
  for (const control of root.querySelectorAll(".controls [data-action-id]")) {
    control.disabled = locked || control.dataset.always === "disabled";
    if (locked && control.dataset.actionId === pressedId) control.dataset.busy = "true";
    else delete control.dataset.busy;
  }
}

/** The action whose control has the focus inside this element, if any. */
export function focusedAction(root) {
  const active = document.activeElement;
  return active && root.contains(active) ? active.dataset.actionId ?? null : null;
}

export function focusAction(root, actionId) {
  const control = [...root.querySelectorAll("[data-action-id]")].find(node => node.dataset.actionId === actionId);
  if (control && !control.disabled) control.focus({ preventScroll: true });
  else root.focus({ preventScroll: true });
}
