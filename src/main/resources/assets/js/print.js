// A button that prints the page; without a script it is not there, and the browser's own menu does it.
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});
