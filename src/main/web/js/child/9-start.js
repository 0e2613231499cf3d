// Starts the join page; a lesson's page has one more script, which starts it.
(function (tuk) {
  'use strict';
  window.addEventListener('load', function () { setTimeout(wearIcon, 1500); });

  // The icon is the sprite of cards: load it after the first screen, which needs the network first.
  function wearIcon() {
    const icon = document.querySelector('link[rel="icon"]');
    icon.type = 'image/svg+xml';
    icon.href = document.body.dataset.cards;
  }

  if (!document.querySelector('[data-step]')) tuk.start();
})(window.tuk);
