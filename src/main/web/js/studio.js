// Writing a lesson: saves automatically, keeps unsaved text on the device, previews the step as children see it, and lets steps be
// dragged. Without scripts the page's buttons do the same.
const form = document.getElementById('st-form');
const state = document.getElementById('st-state');
const keptAs = 'studio/' + form.dataset.kept;
let timer = 0;
let saving = Promise.resolve();
let sending = false;
let stored = text();
let leaving = false;
// Fields that were edited since the page was opened: an empty one is now an error.
const touched = new Set();

function data() { return new URLSearchParams(new FormData(form)); }

// The author's text, without the token and the revision mark, which change on their own.
function text() {
  const typed = data();
  typed.delete('csrf');
  typed.delete('was');
  return typed.toString();
}

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
    tools();
  } else {
    form.elements.was.value = fresh.elements.was.value;
    keys(fresh);
    notes(fresh);
  }
  demand();
  drag();
}

// Copies the short names that the server made for new items.
function keys(fresh) {
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

// Updates the options. A chosen item that had no short name at the last save was not stored, so it is saved again.
function choices(fresh) {
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
  if (text() !== stored) later();
}

// Shows the results of the checks next to their fields, and leaves the cursor alone.
function notes(fresh) {
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
function demand() {
  for (const note of form.querySelectorAll('[id$="-blank"]')) {
    const id = 'f-' + note.id.replace(/-blank$/, '');
    if (touched.has(id) || touched.has(id + '-name')) {
      for (const line of note.querySelectorAll('.st-blank')) line.className = 'govuk-error-message';
    }
  }
  faults();
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
      if (!act && !crossed) choices(page.getElementById('st-form'));
      keep();
      show();
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
  if (event.target !== form) first(event, () => event.target.requestSubmit(event.submitter));
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

// The preview, as wide as a device and scaled to fit.
const device = document.querySelector('.st-dev');
const frame = device && device.querySelector('iframe');
let look = '';
let size = '';

function fit() {
  if (!frame) return;
  const scale = device.clientWidth / frame.offsetWidth;
  frame.style.setProperty('transform', 'scale(' + scale + ')');
  device.style.setProperty('height', frame.offsetHeight * scale + 18 + 'px');
}

function dress() {
  const root = frame.contentDocument && frame.contentDocument.documentElement;
  if (!root) return;
  root.dataset.theme = look;
  root.dataset.size = size;
}

function show() {
  if (!frame) return;
  const as = device.dataset.as;
  frame.contentWindow.location.replace(frame.dataset.base + (as === 'wall' ? 'wall' : 'tablet'));
}

function press(button) {
  for (const other of button.parentElement.querySelectorAll('button')) {
    if (button.dataset.size === undefined ? other.dataset.size === undefined : other === button) {
      other.setAttribute('aria-pressed', String(other === button && (button.dataset.size === undefined || size !== '')));
    }
  }
}

if (frame) {
  frame.addEventListener('load', () => { dress(); fit(); });
  new ResizeObserver(fit).observe(device);
  for (const button of document.querySelectorAll('.st-switch button')) {
    button.addEventListener('click', () => {
      if (button.dataset.as) {
        device.dataset.as = button.dataset.as;
        show();
      } else if (button.dataset.size !== undefined) {
        size = size ? '' : button.dataset.size;
      } else {
        look = button.dataset.look;
      }
      press(button);
      dress();
      fit();
    });
  }
  fit();
}

// Formatting buttons above Markdown fields.
const MARKS = [['B', 'Bold', '**', '**'], ['I', 'Italic', '*', '*'], ['•', 'List', '\n- ', '']];

function tools() {
  for (const area of form.querySelectorAll('textarea[data-markdown]')) {
    const bar = document.createElement('div');
    bar.className = 'st-tools';
    for (const [sign, name, before, after] of MARKS) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = sign;
      button.setAttribute('aria-label', name);
      button.addEventListener('click', () => {
        const { selectionStart: from, selectionEnd: to, value } = area;
        area.setRangeText(before + value.slice(from, to) + after, from, to, 'end');
        area.focus();
        later();
      });
      bar.append(button);
    }
    area.before(bar);
  }
}

// Steps can be dragged; the buttons above the form do the same. The list may be replaced during a drag.
let held = '';

function drag() {
  const list = document.querySelector('.st-steps');
  if (!list || form.querySelector('fieldset').disabled) return;
  for (const item of list.children) {
    item.draggable = true;
    item.addEventListener('dragstart', () => { held = item.dataset.step; });
    item.addEventListener('dragover', (event) => {
      event.preventDefault();
      item.classList.add('st-over');
    });
    item.addEventListener('dragleave', () => item.classList.remove('st-over'));
    item.addEventListener('drop', async (event) => {
      event.preventDefault();
      item.classList.remove('st-over');
      if (!held || held === item.dataset.step) return;
      const to = [...list.children].indexOf(item) + 1;
      const body = new URLSearchParams({ csrf: form.elements.csrf.value, to });
      await fetch(list.dataset.move + held + '/move', { method: 'POST', body });
      leaving = true;
      location.reload();
    });
  }
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
      show();
    }
  } catch { /* later */ }
}, 20000);

tools();
drag();
restore();
