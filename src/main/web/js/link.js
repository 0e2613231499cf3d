// Sends the code behind the # of a link from an email, and takes it out of the address.
const form = document.querySelector('form#link');
const code = location.hash.slice(1);
if (form instanceof HTMLFormElement && code) {
  history.replaceState(null, '', location.pathname);
  /** @type {HTMLInputElement} */ (form.elements.namedItem('code')).value = code;
  form.submit();
}
