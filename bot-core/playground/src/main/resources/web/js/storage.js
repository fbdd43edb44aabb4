/** Small remembered things. Where the browser forbids storage they are forgotten, and nothing else breaks. */
export function remember(store, key, value) {
  try {
    if (value === null || value === "") store().removeItem(`spoolbot.${key}`);
    else store().setItem(`spoolbot.${key}`, value);
  } catch {
    // Blocked or full: the page works without.
  }
}

export function recall(store, key) {
  try {
    return store().getItem(`spoolbot.${key}`);
  } catch {
    return null;
  }
}

export const forThisTab = () => sessionStorage;
export const forGood = () => localStorage;
