// A child's page: joins a session, stores and sends what the child does, and speaks the page's language. The script of a lesson, which
// the browser loads after this one, uses its functions.
import './child/away.js';
import { startPage } from './child/pages.js';
import { shared } from './child/shared.js';

window.tuk = shared;
window.addEventListener('load', function () { setTimeout(showIcon, 1500); });

// The icon is the sprite of cards: load it after the first screen, which needs the network first.
function showIcon() {
  const icon = document.querySelector('link[rel="icon"]');
  icon.type = 'image/svg+xml';
  icon.href = document.body.dataset.cards;
}

if (!document.querySelector('[data-step]')) startPage();
