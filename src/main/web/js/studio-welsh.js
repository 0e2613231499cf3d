// Translating a lesson: each part saves separately, unsaved text is kept on the device, and texts that others store appear. Without
// scripts the page's buttons do the same.
import { bodyOf } from './common/form-body.js';
import { own, parse } from './common/json.js';

const state = document.getElementById('st-state');
const forms = [...document.querySelectorAll('.st-cy')];
const timers = new Map();
let sending = null;
let leaving = false;

function say(name, bad) {
  state.textContent = name ? state.dataset[name] : '';
  state.toggleAttribute('data-bad', Boolean(bad));
}

function areas(form) { return [...form.querySelectorAll('textarea')]; }
function was(area) { return area.form.elements['was:' + area.name.slice('words:'.length)]; }
function plain(text) { return text.replaceAll('\r\n', '\n').trim(); }
function changed(area) { return plain(area.value) !== plain(was(area).value); }
function unsaved() { return forms.some((form) => areas(form).some(changed)); }

function keep(form) {
  const typed = Object.fromEntries(areas(form).filter(changed).map((area) => [area.name, area.value]));
  const place = 'studio/' + form.dataset.kept;
  try {
    if (Object.keys(typed).length) localStorage.setItem(place, JSON.stringify(typed));
    else localStorage.removeItem(place);
  } catch { /* no storage on this device: the page still has the text */ }
}

// Applies the stored state. Text typed here and not yet stored stays, with the text it is compared with.
function take(page, sent) {
  for (const part of document.querySelectorAll('[data-part]')) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
  }
  for (const form of forms) {
    for (const area of areas(form)) {
      const fresh = page.getElementById(area.id);
      if (!fresh) continue;
      const stored = was(fresh).value;
      const theirs = page.getElementById(area.id.replace('w-', 't-'));
      if (!changed(area)) {
        if (document.activeElement !== area || plain(area.value) !== plain(stored)) area.value = stored;
        was(area).value = stored;
      } else if (theirs) {
        document.getElementById(theirs.id)?.remove();
        area.before(document.adoptNode(theirs));
        area.setAttribute('aria-describedby', fresh.getAttribute('aria-describedby'));
        was(area).value = stored;
        form.dataset.crossed = '';
      } else if (plain(area.value) === plain(stored) || sent.get(area.name) === plain(stored)) {
        was(area).value = stored;
      }
      const behind = document.getElementById(area.id.replace('w-', 'b-'));
      if (behind && !page.getElementById(behind.id)) behind.remove();
    }
    keep(form);
  }
}

async function save(form) {
  clearTimeout(timers.get(form));
  if (sending) {
    later(form);
    return;
  }
  if (!areas(form).some(changed)) return;
  const sent = new Map(areas(form).map((area) => [area.name, plain(area.value)]));
  say('saving');
  sending = fetch(form.action, {
    method: 'POST', body: bodyOf(form), headers: { 'Saved-By-Itself': '1' }, redirect: 'follow',
  });
  try {
    const answer = await sending;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (page.getElementById(form.id) && (answer.ok || answer.status === 409)) {
      for (const note of form.querySelectorAll('.st-theirs')) note.remove();
      delete form.dataset.crossed;
      take(page, sent);
      say(answer.status === 409 ? 'crossed' : 'saved', answer.status === 409);
    } else if (answer.status === 401 || answer.redirected && !answer.url.startsWith(location.origin + '/studio')) {
      say('signed', true);
    } else {
      const problem = page.querySelector('main p');
      say('lost', true);
      if (problem && answer.status < 500) state.textContent = problem.textContent;
      if (answer.status >= 500) later(form, 5000);
    }
  } catch {
    say('lost', true);
    later(form, 5000);
  }
  keep(form);
  sending = null;
}

function later(form, after = 900) {
  keep(form);
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => {
    if (form.dataset.crossed === undefined) save(form);
  }, after));
}

for (const form of forms) {
  form.addEventListener('input', () => later(form));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (areas(form).some(changed)) save(form);
    else say('saved');
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save(form);
    }
  });
}
for (const other of document.querySelectorAll('#earlier form')) {
  other.addEventListener('submit', () => { leaving = true; });
}
addEventListener('online', () => forms.forEach((form) => later(form, 0)));
addEventListener('beforeunload', (event) => {
  forms.forEach(keep);
  if (!leaving && unsaved()) event.preventDefault();
});

// After a sign-in, a crash or a lost network: restores text that was not stored.
for (const form of forms) {
  let kept = null;
  try { kept = parse(localStorage.getItem('studio/' + form.dataset.kept)); } catch { /* none */ }
  for (const area of areas(form)) {
    if (kept && own(kept, area.name) !== undefined && !area.disabled) area.value = own(kept, area.name);
  }
  if (document.querySelector('.st-crossed') && form.querySelector('.st-theirs')) form.dataset.crossed = '';
  else if (areas(form).some(changed)) {
    say('kept');
    later(form, 0);
  }
}

// Polls for texts that others stored, and for who is here.
setInterval(async () => {
  if (document.hidden || sending) return;
  try {
    const answer = await fetch(location.pathname);
    if (answer.ok && !answer.redirected) take(new DOMParser().parseFromString(await answer.text(), 'text/html'), new Map());
  } catch { /* later */ }
}, 20000);
