// Lets files be dropped anywhere on the page's box, and shows the upload progress. Without scripts the form sends them.
import { refusal } from './studio/refusal.js';

function ready() {
  const form = document.getElementById('st-files');
  if (!form) return;
  const box = form.querySelector('.st-drop');
  const input = form.querySelector('input[type=file]');
  const said = document.getElementById('st-up');

  const send = () => {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.responseType = 'document';
    request.upload.addEventListener('progress', (event) => {
      said.textContent = said.dataset.up + ' ' + Math.round(100 * event.loaded / event.total) + ' %';
    });
    request.addEventListener('load', () => {
      const page = request.response;
      const main = page && page.getElementById('st-files') && page.querySelector('main');
      if (main) show(document.adoptNode(main));
      else said.textContent = refusal(page, request.status) || said.dataset.lost;
    });
    request.addEventListener('error', () => { said.textContent = said.dataset.lost; });
    request.send(new FormData(form));
  };

  for (const kind of ['dragover', 'dragleave', 'drop']) {
    box.addEventListener(kind, (event) => {
      event.preventDefault();
      box.toggleAttribute('data-over', kind === 'dragover');
    });
  }
  box.addEventListener('drop', (event) => {
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      send();
    }
  });
  form.addEventListener('submit', (event) => {
    if (event.submitter && event.submitter.hasAttribute('formaction')) return;
    event.preventDefault();
    send();
  });
}

// The response says once which files were added and skipped: show it instead of asking again.
function show(main) {
  document.querySelector('main').replaceWith(main);
  ready();
  const news = main.querySelector('.govuk-error-summary, .tuk-flash');
  if (news) {
    news.tabIndex = -1;
    news.focus();
  }
}

ready();
