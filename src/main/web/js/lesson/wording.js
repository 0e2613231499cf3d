// The sentences of a question: reads them from the page, puts words into them, and announces them.
import { byId } from './shared.js';

export function wording() { return byId('start').dataset; }

// Inserts words into a sentence that already quotes them; speech has quotation marks of its own.
export function quote(sentence, sign, words) {
  const quoted = /^[“‘"].*[”’"]$/.test(words.trim());
  return sentence.replace(quoted ? '“' + sign + '”' : sign, function () { return words; });
}

export function say(form, text) {
  const line = form.querySelector('.say-line');
  if (line.textContent !== text) line.textContent = text;
}
