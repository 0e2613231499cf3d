// What a child writes or ticks for themselves: stored per card in this tab only (a reload keeps it), and deleted when the lesson
// ends, is left or is handed over. It is not an event and is never sent.
const PREFIX = 'tuk.thoughts.';
let memory = {};

function read(id) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + id)) || memory[id] || {};
  } catch {
    return memory[id] || {};
  }
}

function write(id, thoughts) {
  memory[id] = thoughts;
  try {
    sessionStorage.setItem(PREFIX + id, JSON.stringify(thoughts));
  } catch {
    // Without storage it stays in this page's memory.
  }
}

function fields() { return Array.from(document.querySelectorAll('[data-think] input, [data-think] textarea')); }

export function restoreThoughts(id) {
  const kept = read(id);
  fields().forEach(function (field, i) {
    if (field.type === 'checkbox') field.checked = Boolean(kept[i]);
    else field.value = kept[i] || '';
    field.addEventListener('input', function () {
      kept[i] = field.type === 'checkbox' ? field.checked : field.value;
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
  if (id) delete memory[id];
  else memory = {};
  try {
    Object.keys(sessionStorage).forEach(function (name) {
      if (name === PREFIX + id || !id && name.indexOf(PREFIX) === 0) sessionStorage.removeItem(name);
    });
  } catch {
    // There was no storage.
  }
}
