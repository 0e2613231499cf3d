// Stores values on this device, for this site only.
import { parse } from '../common/json.js';

const PREFIX = 'tuk.';
/** @type {Map<string, string>} */
const memory = new Map();

// Private windows and locked-down tablets may refuse storage: then values live in this page's memory.
export const canStore = isStorable();

function isStorable() {
  try {
    localStorage.setItem(PREFIX + 'try', '1');
    localStorage.removeItem(PREFIX + 'try');
    return true;
  } catch {
    return false;
  }
}

export function read(name) {
  try {
    const text = memory.has(name) ? memory.get(name) : canStore ? localStorage.getItem(PREFIX + name) : null;
    return text ? parse(text) : null;
  } catch {
    return null;
  }
}

export function write(name, value) {
  const text = value === null ? null : JSON.stringify(value);
  try {
    if (!canStore) throw new Error('nothing is kept here');
    if (text === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, text);
    memory.delete(name);
  } catch {
    if (text === null) memory.delete(name);
    else memory.set(name, text);
  }
}

/**
 * Reads, changes and writes a stored value at once, so that a change by another tab is not lost.
 *
 * @template Value
 * @param {string} name
 * @param {(value: any) => Value} how null removes the value
 * @returns {Value}
 */
export function change(name, how) {
  const value = how(read(name));
  write(name, value);
  return value;
}

export function storedNames(start) {
  const names = Array.from(memory.keys());
  if (canStore) {
    for (let i = 0; i < localStorage.length; i++) {
      const name = localStorage.key(i);
      if (name.indexOf(PREFIX) === 0) names.push(name.slice(PREFIX.length));
    }
  }
  return names.filter(function (name, i) { return name.indexOf(start) === 0 && names.indexOf(name) === i; });
}
