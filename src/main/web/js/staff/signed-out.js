// Leaves a page once its sign-in has ended, so that nothing of it stays on the screen. What somebody has typed stays: sending it leads
// to the page that keeps it until they have signed in again.
const notice = document.getElementById('signed-out');
const EVERY = 60_000;
const typed = new Set();

function keepTyped(forms) {
  const main = document.getElementById('main');
  document.querySelectorAll('.tuk-who, nav').forEach((part) => part.remove());
  main.replaceChildren(notice.content.cloneNode(true), ...forms);
  clearInterval(asking);
}

function leave() {
  const forms = [...typed].filter((form) => form.isConnected);
  if (forms.length) keepTyped(forms);
  else location.replace('/signed-out?ended=1');
}

// A server that cannot be reached says nothing about a sign-in.
function look() {
  fetch('/sign-in-state', { cache: 'no-store' }).then((answer) => answer.status === 401 && leave(), () => {});
}

let asking = 0;
if (notice) {
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element && target.closest('form');
    if (form) typed.add(form);
  });
  document.addEventListener('visibilitychange', () => { if (!document.hidden && asking) look(); });
  asking = setInterval(look, EVERY);
}
