// "Leave this page" in the help: the start page takes the place of this one, so that nothing is left to go back to.
(function (tuk) {
  'use strict';
  document.addEventListener('click', function (event) {
    if (!event.target.closest('[data-away]')) return;
    event.preventDefault();
    if (tuk.id('leave')) tuk.id('leave').click();
    else location.replace('/');
  });
})(window.tuk);
