// What a child writes or ticks for themselves: stored per card in this tab only (a reload keeps it), and deleted when the lesson
// ends, is left or is handed over. It is not an event and is never sent.
import { parse } from '../common/json.js';

const PREFIX = 'tuk.thoughts.';
/** @type {Map<string, (string | boolean)[]>} */
const memory = new Map();

function read(id) {
  try {
    return Array.from(parse(sessionStorage.getItem(PREFIX + id)) || memory.get(id) || []);
  } catch {
    return memory.get(id) || [];
  }
}

function write(id, thoughts) {
  memory.set(id, thoughts);
  try {
    sessionStorage.setItem(PREFIX + id, JSON.stringify(thoughts));
  } catch {
    // Without storage it stays in this page's memory.
  }
}

function fields() { return Array.from(document.querySelectorAll('[data-think] input, [data-think] textarea')); }

function keptIn(thoughts) { return function (field, i) { return thoughts[i] || ''; }; }

export function restoreThoughts(id) {
  const kept = fields().map(keptIn(read(id)));
  fields().forEach(function (field, i) {
    if (field.type === 'checkbox') field.checked = Boolean(kept[i]);
    else field.value = kept[i] || '';
    field.addEventListener('input', function () {
      kept.splice(i, 1, field.type === 'checkbox' ? field.checked : field.value);
      write(id, kept);
    });
  });
}

// Deletes them for one card, or for every card of this tab.
export function forgetThoughts(id) {
  fields().forEach(function (field) {
    if (field.type === 'checkbox') field.checked = false;
    else field.value = '';
  });
  if (id) memory.delete(id);
  else memory.clear();
  try {
    Object.keys(sessionStorage).forEach(function (name) {
      if (name === PREFIX + id || !id && name.indexOf(PREFIX) === 0) sessionStorage.removeItem(name);
    });
  } catch {
    // There was no storage.
  }
}
