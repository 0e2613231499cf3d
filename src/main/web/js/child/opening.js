// Opens the lesson of the card that this device holds.
import { inMyLanguage, word } from './language.js';
import { openPage } from './pages.js';
import { pause } from './server.js';
import { canStore, read, write } from './storage.js';

// Without cookies the lesson's address leads back here: then the lesson is shown in this page.
export function openLesson(wait) {
  const now = read('now');
  const turnedAway = now.opened && Date.now() - now.opened < 20000 && /\/$/.test(location.pathname);
  now.opened = Date.now();
  write('now', now);
  wait(word('opens'), word('opening'));
  if (canStore && navigator.cookieEnabled && !turnedAway) {
    location.assign('/lesson' + inMyLanguage());
    return;
  }
  let failures = 0;
  (function once() {
    openPage('/lesson', { Seat: now.seat }).then(function (shown) {
      if (!shown) setTimeout(once, pause(++failures, 0));
    });
  })();
}

