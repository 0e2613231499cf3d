// A lesson's page has a script more, which starts it.
(function (tuk) {
  'use strict';
  if (!document.querySelector('[data-step]')) tuk.start();
})(window.tuk);
