// Why the server refused a form that a script sent, in the words of its page; empty if it did not refuse it.
export function refusal(page, status) {
  const why = page && (page.querySelector('.govuk-error-summary__body') || (status >= 400 && status < 500 && page.querySelector('main p')));
  return why ? why.textContent.trim() : '';
}
