// The fields of a form as the body of a request.

/** @param {HTMLFormElement} form */
export function bodyOf(form) { return new URLSearchParams(/** @type {any} */ (new FormData(form))); }
