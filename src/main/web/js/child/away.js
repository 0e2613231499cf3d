// "Leave this page" in the help: replaces this page with the start page, so that Back does not return here.
import { byId } from './page.js';

document.addEventListener('click', function (event) {
  if (!event.target.closest('[data-away]')) return;
  event.preventDefault();
  if (byId('leave')) byId('leave').click();
  else location.replace('/');
});
