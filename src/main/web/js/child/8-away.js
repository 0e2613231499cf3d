// "Leave this page" in the help: replaces this page with the start page, so that Back does not return here.
(function (tuk) {
  'use strict';
  document.addEventListener('click', function (event) {
    if (!event.target.closest('[data-away]')) return;
    event.preventDefault();
    if (tuk.id('leave')) tuk.id('leave').click();
    else location.replace('/');
  });
})(window.tuk);
