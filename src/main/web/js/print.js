// A button that prints the page; without scripts it is hidden, and the browser's menu prints.
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});
