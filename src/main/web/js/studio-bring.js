// Uploads a picture or a sound at the field where it is chosen: picked or dropped there, sent, and selected. Existing files are never
// overwritten. Without scripts a link leads to the page of files and back.
import { words } from './common/words.js';
import { refusal } from './studio/refusal.js';
import sentences from '../../resources/messages/studio/studioBringScript.properties';

const say = words(sentences);
const form = document.getElementById('st-form');
const draft = form.dataset.kept.split('/')[0];
let sending = false;

function ready() {
  if (form.querySelector('fieldset').disabled) return;
  for (const place of form.querySelectorAll('[data-bring]')) if (!place.querySelector('input')) set(place);
}

function set(place) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = place.dataset.bring;
  input.hidden = true;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'govuk-button govuk-button--secondary tuk-btn-slim';
  button.textContent = say('upload', { what: place.dataset.what });
  const hint = document.createElement('span');
  hint.className = 'tuk-quiet st-bring__h';
  hint.textContent = say('drop');
  const said = document.createElement('p');
  said.className = 'st-bring__s';
  said.setAttribute('role', 'status');
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', (event) => {
    // The form must save the selected file, not the upload field.
    event.stopPropagation();
    if (input.files.length) send(place, input.files[0]);
    input.value = '';
  });
  input.addEventListener('input', (event) => event.stopPropagation());
  place.replaceChildren(button, hint, input, said);
  const box = place.parentElement;
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    box.addEventListener(kind, (event) => {
      if (!event.dataTransfer || ![...event.dataTransfer.types].includes('Files')) return;
      event.preventDefault();
      place.toggleAttribute('data-over', kind === 'dragover');
      if (kind === 'drop') send(place, event.dataTransfer.files[0]);
    });
  }
}

function tell(place, sentence, bad) {
  const said = place.querySelector('.st-bring__s');
  said.textContent = sentence;
  said.toggleAttribute('data-bad', Boolean(bad));
}

function send(place, file) {
  if (sending || !file) return;
  const body = new FormData();
  body.set('csrf', form.elements.csrf.value);
  body.set('draft', draft);
  body.set('files', file, file.name);
  const request = new XMLHttpRequest();
  request.open('POST', '/studio/files');
  request.setRequestHeader('Saved-By-Itself', '1');
  request.upload.addEventListener('progress', (event) => {
    tell(place, say('sent', { percent: Math.round(100 * event.loaded / event.total) }));
  });
  request.addEventListener('loadend', () => {
    sending = false;
    sent(place, request);
  });
  sending = true;
  tell(place, say('sending'));
  request.send(body);
}

function sent(place, request) {
  if (request.status === 201) {
    choose(place, request.getResponseHeader('Location').replace(/.*\//, ''), request.responseText);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  tell(place, refusal(page, request.status) || say('lost'), true);
}

// Adds the file to every field of its kind, and selects it in this one.
function choose(place, name, report) {
  if (!place.dataset.bring.split(',').includes(name.replace(/.*\./, '.'))) {
    tell(place, say('otherKind', { file: name, what: place.dataset.what }), true);
    return;
  }
  for (const other of form.querySelectorAll('[data-bring="' + CSS.escape(place.dataset.bring) + '"]')) {
    const select = other.parentElement.querySelector('select');
    if (![...select.options].some((option) => option.value === name)) select.append(new Option(name, name));
  }
  const select = place.parentElement.querySelector('select');
  select.value = name;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  const left = report.match(/\(left out of it: .*\)$/);
  tell(place, say('chosen', { file: name + (left ? ' ' + left[0] : '') }));
  const pic = place.closest('.st-pic');
  const named = pic && pic.querySelector('textarea');
  if (named && !named.value && !pic.querySelector('[type=checkbox]').checked) named.focus();
  else select.focus();
}

ready();
new MutationObserver(ready).observe(form, { childList: true });
addEventListener('beforeunload', (event) => {
  if (sending) event.preventDefault();
});
