// Reads JSON from outside, and values by keys from outside, so that no key can reach the prototype that all objects share.

// Objects in the text lose the key __proto__.
export function parse(text) {
  return JSON.parse(text, function (key, value) { return key === '__proto__' ? undefined : value; });
}

// The object's own value of a key; otherwise undefined.
export function own(object, key) {
  return Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
}
