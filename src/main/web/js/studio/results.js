// Copies into the form what the server answered to a save, and leaves the author's text and cursor alone.
import { form } from './form.js';

// Copies the short names that the server made for new items.
export function takeKeys(fresh) {
  for (const key of form.querySelectorAll('input[type=hidden][name^="words:"]')) {
    const same = fresh.elements[key.name];
    if (same && !key.value) key.value = same.value;
  }
  // Also the descriptions of pictures that the server filled in from their files.
  for (const name of form.querySelectorAll('textarea[name$=".name"]')) {
    const same = fresh.elements[name.name];
    if (same && !name.value) name.value = same.value;
  }
}

// Updates the options. A chosen item that had no short name at the last save was not stored.
export function takeChoices(fresh) {
  for (const select of form.querySelectorAll('select')) {
    const same = fresh.elements[select.name];
    if (!same || same.length !== select.length) continue;
    [...select.options].forEach((option, place) => {
      const now = same.options[place];
      if (option.value && option.value !== now.value) return;
      option.value = now.value;
      option.textContent = now.textContent;
    });
  }
}

// Shows the results of the checks next to their fields, and leaves the cursor alone.
export function takeNotes(fresh) {
  for (const old of form.querySelectorAll('[id$="-note"], [id$="-blank"], [id$="-thought"]')) old.remove();
  for (const note of fresh.querySelectorAll('[id$="-note"], [id$="-blank"], [id$="-thought"]')) {
    const field = form.querySelector('#f-' + CSS.escape(note.id.replace(/-(note|blank|thought)$/, '')));
    if (!field) continue;
    const label = form.querySelector('label[for="' + field.id + '"]');
    const hint = document.getElementById(note.id.replace(/-(note|blank|thought)$/, '-hint'));
    const place = hint || label || field.querySelector('legend, summary, h3');
    if (place) place.after(note.cloneNode(true));
  }
  faults();
}

function faults() {
  for (const group of form.querySelectorAll('.govuk-form-group')) {
    group.classList.toggle('govuk-form-group--error', Boolean(group.querySelector('.govuk-error-message')));
  }
}

// A field that was emptied again: announce that it is required.
export function demand(touched) {
  for (const note of form.querySelectorAll('[id$="-blank"]')) {
    const id = 'f-' + note.id.replace(/-blank$/, '');
    if (touched.has(id) || touched.has(id + '-name')) {
      for (const line of note.querySelectorAll('.st-blank')) line.className = 'govuk-error-message';
    }
  }
  faults();
}
