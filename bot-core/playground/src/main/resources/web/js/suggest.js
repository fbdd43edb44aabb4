import { kindOf } from "./format.js";

/**
 * What can be completed from the list of commands alone: names, subcommands, option names and their choices, and the tags of attached
 * files. Pure: text in, suggestions out. `eager` means that the last word is plainly unfinished, so Enter may accept.
 */
export function localSuggestions(text, commands, files) {
  const word = /\S*$/.exec(text)[0];
  const head = text.slice(0, text.length - word.length);
  if (word.startsWith("@")) return eager(tagSuggestions(head, word, files));
  if (!text.startsWith("/")) return { suggestions: [], eager: false };
  if (head === "") return eager(named(commands, word.slice(1)).map(command => nameSuggestion("/", command)));
  return withinCommand(head, word, commands);
}

function withinCommand(head, word, commands) {
  const { spec, rest } = resolve(head.slice(1).trim().split(/\s+/), commands);
  if (!spec) return { suggestions: [], eager: false };
  if (rest.length === 0 && spec.subcommands?.length > 0 && !word.startsWith("-")) {
    return eager(named(spec.subcommands, word).map(command => nameSuggestion(head, command)));
  }
  const option = spec.options?.find(candidate => `--${candidate.name}` === rest.at(-1));
  if (option?.choices?.length > 0) return eager(choiceSuggestions(head, word, option));
  if (word.startsWith("-")) return eager(optionSuggestions(head, word, spec, rest));
  return { suggestions: [], eager: false };
}

function eager(suggestions) {
  return { suggestions, eager: true };
}

/** Follows command and subcommand names; what is left over are arguments. */
function resolve(words, commands) {
  let spec = commands.find(command => command.name === words[0]);
  let used = 1;
  while (spec?.subcommands?.length > 0 && used < words.length) {
    const next = spec.subcommands.find(command => command.name === words[used]);
    if (!next) break;
    spec = next;
    used++;
  }
  return { spec, rest: words.slice(used) };
}

function named(commands, start) {
  const wanted = start.toLowerCase();
  return commands.filter(command => command.name.startsWith(wanted));
}

function nameSuggestion(head, command) {
  return { text: `${head}${command.name} `, label: `${head === "/" ? "/" : ""}${command.name}`, description: command.description ?? "" };
}

function optionSuggestions(head, word, spec, used) {
  const free = (spec.options ?? []).filter(option => !used.includes(`--${option.name}`) && !isAttachment(option));
  return free.filter(option => `--${option.name}`.startsWith(word))
    .map(option => ({ text: `${head}--${option.name} `, label: `--${option.name}`, description: option.description ?? "" }));
}

function isAttachment(option) {
  return option.type === "attachment";
}

function choiceSuggestions(head, word, option) {
  return option.choices.map(String).filter(choice => choice.startsWith(word))
    .map(choice => ({ text: `${head}${choice} `, label: choice, description: option.description ?? "" }));
}

function tagSuggestions(head, word, files) {
  return tagsOf(files).map((tag, index) => ({ tag, file: files[index] })).filter(({ tag }) => tag?.startsWith(word))
    .map(({ tag, file }) => ({ text: `${head}${tag} `, label: tag, description: file.name }));
}

/** The tags by which a prompt names the files: numbered for each kind, in the order they were added. */
export function tagsOf(files) {
  const counts = {};
  return files.map(file => {
    const kind = kindOf(file.type);
    if (kind === "file") return null;
    counts[kind] = (counts[kind] ?? 0) + 1;
    return `@${kind}${counts[kind]}`;
  });
}
