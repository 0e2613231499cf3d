// Writing a lesson: saves automatically, keeps unsaved text on the device, previews the step as children see it, and lets steps be
// dragged. Without scripts the page's buttons do the same.
import { bodyOf } from './common/form-body.js';
import { makeDraggable } from './studio/drag.js';
import { form } from './studio/form.js';
import { showPreview } from './studio/preview.js';
import { demand, takeChoices, takeKeys, takeNotes } from './studio/results.js';
import { addTools } from './studio/tools.js';

const state = document.getElementById('st-state');
const keptAs = 'studio/' + form.dataset.kept;
let timer = 0;
let saving = Promise.resolve();
let sending = false;
let stored = text();
let leaving = false;
// Fields that were edited since the page was opened: an empty one is now an error.
const touched = new Set();

function data() { return bodyOf(form); }

// The author's text, without the token and the revision mark, which change on their own.
function text() {
  const typed = data();
  typed.delete('csrf');
  typed.delete('was');
  return typed.toString();
}

function leave() { leaving = true; }

function say(name, bad) {
  state.textContent = name ? state.dataset[name] : '';
  state.toggleAttribute('data-bad', Boolean(bad));
}

function keep() {
  try {
    if (text() === stored) localStorage.removeItem(keptAs);
    else localStorage.setItem(keptAs, text());
  } catch { /* no storage on this device: the page still has the text */ }
}

function take(page, whole) {
  const listed = Boolean(document.querySelector('#blanks[open]'));
  for (const part of document.querySelectorAll('[data-part]')) {
    const fresh = page.getElementById(part.id);
    const answering = [...part.querySelectorAll('textarea')].some(each => each.value || each === document.activeElement);
    if (fresh && !answering) part.replaceWith(document.adoptNode(fresh));
  }
  const blanks = document.getElementById('blanks');
  if (blanks) blanks.open = listed;
  const fresh = page.getElementById('st-form');
  if (!fresh) return;
  if (whole) {
    for (const old of document.querySelectorAll('.st-crossed')) old.remove();
    const crossed = page.querySelector('.st-crossed');
    // Before the fields are replaced: the focused one fires a last change as it leaves, and conflicting text must not save automatically.
    form.toggleAttribute('data-crossed', Boolean(crossed));
    form.replaceChildren(...fresh.childNodes);
    if (crossed) form.before(document.adoptNode(crossed));
    addTools(later);
  } else {
    form.elements.was.value = fresh.elements.was.value;
    takeKeys(fresh);
    takeNotes(fresh);
  }
  demand(touched);
  makeDraggable(leave);
}

// Saves one request after another: an action pressed during a save runs after it.
function save(act) {
  clearTimeout(timer);
  saving = saving.then(() => send(act));
  return saving;
}

async function send(act) {
  if (!act && text() === stored) return;
  const typed = text();
  const body = data();
  if (act) body.set('do', act);
  say('saving');
  sending = true;
  // The response replaces the form: no typing until then.
  form.inert = Boolean(act);
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { 'Saved-By-Itself': '1' }, redirect: 'follow' });
    const html = await answer.text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    if (page.getElementById('st-form') && (answer.ok || answer.status === 409)) {
      const crossed = answer.status === 409;
      if (!crossed) stored = typed;
      const mine = text();
      const at = document.activeElement.id;
      take(page, Boolean(act) || crossed);
      if (crossed) {
        put(mine);
        if (at && document.getElementById(at)) document.getElementById(at).focus({ preventScroll: true });
        document.querySelector('.st-crossed').scrollIntoView({ block: 'start' });
      }
      if (act || mine === typed && !crossed) stored = text();
      say(crossed ? 'crossed' : 'saved', crossed);
      if (!act && !crossed) {
        takeChoices(page.getElementById('st-form'));
        if (text() !== stored) later();
      }
      keep();
      showPreview();
    } else if (answer.status === 401 || answer.redirected && !answer.url.startsWith(location.origin + '/studio')
      || page.querySelector('form[action="' + new URL(form.action).pathname + '"]')) {
      say('signed', true);
      keep();
    } else {
      const problem = page.querySelector('main p');
      say('lost', true);
      if (problem && answer.status < 500) state.textContent = problem.textContent;
      keep();
      if (answer.status >= 500) timer = setTimeout(byItself, 5000);
    }
  } catch {
    say('lost', true);
    keep();
    timer = setTimeout(byItself, 5000);
  }
  form.inert = false;
  sending = false;
}

// For two conflicting texts the author chooses one.
function byItself() {
  if (!form.hasAttribute('data-crossed')) save();
}

function later() {
  keep();
  if (!state.hasAttribute('data-bad')) say('');
  clearTimeout(timer);
  timer = setTimeout(byItself, 900);
}

form.addEventListener('input', (event) => {
  touched.add(event.target.id);
  later();
});
form.addEventListener('change', later);
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.matches('[data-line]')) event.preventDefault();
  if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    save();
  }
});
form.addEventListener('submit', (event) => {
  const pressed = event.submitter;
  event.preventDefault();
  const at = pressed && pressed.closest('.st-list') ? pressed.closest('.st-list').id : '';
  const crossed = form.hasAttribute('data-crossed');
  form.removeAttribute('data-crossed');
  if (text() === stored) say('saved');
  save(pressed && pressed.name === 'do' ? pressed.value : crossed ? 'save' : '').then(() => {
    const list = at && document.getElementById(at);
    if (list) {
      const entries = list.querySelectorAll(':scope > .st-entry');
      const added = pressed.value.startsWith('add ') && entries.length ? entries[entries.length - 1] : null;
      const field = (added || list).querySelector('textarea, button');
      if (field) field.focus();
    }
  });
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-theirs]')) {
    leaving = true;
    stored = text();
    keep();
  }
  const join = event.target.closest('[data-join]');
  if (join) both(join);
});

// Puts both texts into the field, to be merged by the author.
function both(link) {
  const field = document.getElementById(link.dataset.join);
  const said = (which) => {
    const words = link.closest('.st-cross').querySelector(which);
    return words.querySelector('.tuk-quiet') ? '' : words.textContent;
  };
  const mine = said('[data-mine]');
  const theirs = said('[data-theirs-words]');
  if (field.tagName === 'TEXTAREA' && mine && theirs && field.value.trim() === mine.trim()) {
    field.value = mine.trim() + (field.matches('[data-line]') ? ' ' : '\n\n') + theirs.trim();
    later();
  }
  const inside = field.closest('details');
  if (inside) inside.open = true;
  setTimeout(() => field.focus());
}
// Leaving the page waits for an unfinished save instead of asking whether to lose it.
function first(event, go) {
  if (text() === stored || form.hasAttribute('data-crossed') || state.hasAttribute('data-bad')) return;
  event.preventDefault();
  save().then(go);
}
document.addEventListener('submit', (event) => {
  const other = /** @type {HTMLFormElement} */ (event.target);
  if (other !== form) first(event, () => (event.submitter ? event.submitter.click() : other.submit()));
}, true);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!link.getAttribute('href').startsWith('#')) first(event, () => { location.href = link.href; });
});
addEventListener('online', byItself);
addEventListener('beforeunload', (event) => {
  keep();
  if (!leaving && text() !== stored) event.preventDefault();
});

function put(typed) {
  const fields = new URLSearchParams(typed);
  for (const field of form.elements) {
    if (!field.name.startsWith('words:')) continue;
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = fields.getAll(field.name).includes(field.value);
    else if (fields.has(field.name)) field.value = fields.get(field.name);
  }
}

// After a sign-in, a crash or a lost network: restores text that was not stored.
function restore() {
  let kept = null;
  try { kept = localStorage.getItem(keptAs); } catch { /* none */ }
  if (!kept || kept === stored) return;
  put(kept);
  say('kept');
  save();
}

// Polls for who else is here.
setInterval(async () => {
  if (document.hidden || sending || text() !== stored) return;
  try {
    const answer = await fetch(location.pathname);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (sending || text() !== stored) return;
    const bar = page.getElementById('st-bar');
    if (bar && page.getElementById('st-form').elements.was.value === form.elements.was.value) {
      document.getElementById('st-bar').replaceWith(document.adoptNode(bar));
    } else if (bar) {
      take(page, true);
      stored = text();
      showPreview();
    }
  } catch { /* later */ }
}, 20000);

addTools(later);
makeDraggable(leave);
restore();
