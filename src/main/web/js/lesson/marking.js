// Marks an answer on the page, so that the child sees the result at once; the server marks it independently.

/**
 * @typedef {object} Marked
 * @property {'right' | 'again' | 'told'} tone told if nothing is right or wrong
 * @property {Object<string, 'yes' | 'no' | 'sooner' | 'later'>} verdicts by key or thing
 * @property {number} good how many parts are right
 * @property {boolean} most more than half is right
 * @property {number} missing how many right choices were not made
 */

/**
 * The result of an answer.
 *
 * @param {string} kind of question
 * @param {string} right the right keys, separated by spaces
 * @param {any} answer in the format of the classroom API
 * @returns {Marked}
 */
export function mark(kind, right, answer) {
  const best = right ? right.split(' ') : [];
  if (!best.length) return { tone: 'told', verdicts: {}, good: 0, most: false, missing: 0 };
  const given = Array.isArray(answer) ? answer : [answer];
  let good = 0;
  /** @type {Marked['verdicts']} */
  const verdicts = Object.fromEntries(given.map(function (key, place) {
    const at = best.indexOf(key);
    const fits = kind === 'order' ? at === place : at >= 0;
    if (fits) good++;
    return [kind === 'places' ? key.split('=')[0] : key, fits ? 'yes' : kind === 'order' ? at < place ? 'sooner' : 'later' : 'no'];
  }));
  const missing = kind === 'multiple' ? best.length - good : 0;
  const tone = good === given.length && missing === 0 ? 'right' : 'again';
  return { tone, verdicts, good, most: 2 * good > best.length, missing };
}
