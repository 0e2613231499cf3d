// A lesson's page has a script more, which starts it.
(function (tuk) {
  'use strict';
  window.addEventListener('load', function () { setTimeout(wearIcon, 1500); });

  // It is the sprite of cards: while the first screen is drawn the network has better to do.
  function wearIcon() {
    const icon = document.querySelector('link[rel="icon"]');
    icon.type = 'image/svg+xml';
    icon.href = document.body.dataset.cards;
  }

  if (!document.querySelector('[data-step]')) tuk.start();
})(window.tuk);
