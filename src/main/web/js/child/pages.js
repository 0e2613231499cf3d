// Opens another page of ours, or shows it in place.
import { dress } from './dress.js';
import { join } from './join.js';
import { dressLanguage } from './language.js';
import { lesson } from './lesson.js';
import { byId } from './page.js';
import { call } from './server.js';
import { canStore, read, write } from './storage.js';

// The body of this page as it was loaded.
let body = null;

// In a separate document, so that copied pictures are not fetched.
export function rememberPage() {
  body = body || document.implementation.createHTMLDocument('').importNode(document.body, true);
}

// Starts this page once more, as it was loaded.
export function showAgain() {
  document.body.replaceWith(document.importNode(body, true));
  startPage();
}

// Replaces this page in place where opening a new page would lose what only memory holds.
export function showPage(html) {
  body = null;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const root = document.documentElement;
  ['class', 'data-band', 'data-age'].forEach(function (name) {
    const value = page.documentElement.getAttribute(name);
    if (value === null) root.removeAttribute(name);
    else root.setAttribute(name, value);
  });
  root.lang = page.documentElement.lang;
  document.title = page.title;
  const more = page.querySelector('script[src*="/js/lesson.js"]');
  document.body.replaceWith(document.adoptNode(page.body));
  if (more && !lesson.play) addScript(more.getAttribute('src'));
  else startPage();
}

// A lesson shown in place of the join page loads its own script, which then starts it.
function addScript(address) {
  const script = document.createElement('script');
  script.src = address;
  script.addEventListener('error', function () { setTimeout(addScript, 2000, address); });
  document.head.appendChild(script);
}

export function startPage() {
  // The look belongs to one child: if no card is in use, the next child starts with the device's own look.
  if (byId('join') && !read('now')) write('look', null);
  dress();
  if (byId('join')) join();
  else if (document.querySelector('[data-step]')) lesson.play();
  dressLanguage();
}

// Opens another of our pages, or shows it in place where opening it would lose something.
export function openPage(address, headers) {
  if (canStore && !headers) {
    location.assign(address);
    return Promise.resolve(true);
  }
  return call(address, { headers: headers || {} }).then(function (answer) {
    if (answer.status === 200) showPage(answer.body.text);
    return answer.status === 200;
  });
}
