// A classic script, because it must run before the first paint: a remembered theme would flash otherwise.
try {
  const remembered = localStorage.getItem("spoolbot.theme");
  if (remembered === "dark" || remembered === "light") document.documentElement.dataset.theme = remembered;
} catch {
  // Storage is blocked: the system's colours are used.
}
