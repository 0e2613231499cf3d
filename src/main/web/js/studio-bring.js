// Uploads a picture or a sound at the field where it is chosen: picked or dropped there, sent, and selected. Existing files are never
// overwritten. Without scripts a link leads to the page of files and back.
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
  button.textContent = 'Upload ' + place.dataset.what;
  const hint = document.createElement('span');
  hint.className = 'tuk-quiet st-bring__h';
  hint.textContent = 'or drop it here';
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

function tell(place, words, bad) {
  const said = place.querySelector('.st-bring__s');
  said.textContent = words;
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
  request.upload.addEventListener('progress', (event) => tell(place, 'Sending: ' + Math.round(100 * event.loaded / event.total) + ' %'));
  request.addEventListener('loadend', () => {
    sending = false;
    sent(place, request);
  });
  sending = true;
  tell(place, 'Sending.');
  request.send(body);
}

function sent(place, request) {
  if (request.status === 201) {
    choose(place, request.getResponseHeader('Location').replace(/.*\//, ''), request.responseText);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  const refused = request.status >= 400 && request.status < 500;
  const why = page.querySelector('.govuk-error-summary__body') || refused && page.querySelector('main p');
  tell(place, why ? why.textContent.trim() : 'Not sent: there is no connection, or you are signed out. Try it again.', true);
}

// Adds the file to every field of its kind, and selects it in this one.
function choose(place, name, words) {
  if (!place.dataset.bring.split(',').includes(name.replace(/.*\./, '.'))) {
    tell(place, 'Added as ' + name + ', and it cannot be chosen here: this field needs ' + place.dataset.what + '.', true);
    return;
  }
  for (const other of form.querySelectorAll('[data-bring="' + CSS.escape(place.dataset.bring) + '"]')) {
    const select = other.parentElement.querySelector('select');
    if (![...select.options].some((option) => option.value === name)) select.append(new Option(name, name));
  }
  const select = place.parentElement.querySelector('select');
  select.value = name;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  const left = words.match(/\(left out of it: .*\)$/);
  tell(place, '✓ Added and chosen: ' + name + (left ? ' ' + left[0] : '') + '.');
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
