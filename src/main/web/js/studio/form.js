// The form of a step. Saving replaces its fields, but never the form.
export const form = document.getElementById('st-form');
