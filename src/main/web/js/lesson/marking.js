// Marks an answer on the page, so that the child sees the result at once; the server marks it independently.

// The result of an answer: tone is right, again or told; most is true if more than half is right; verdicts has yes or no per key or
// thing, or sooner or later.
export function mark(kind, right, answer) {
  const best = right ? right.split(' ') : [];
  if (!best.length) return { tone: 'told', verdicts: {}, good: 0, most: false, missing: 0 };
  const given = Array.isArray(answer) ? answer : [answer];
  const verdicts = {};
  let good = 0;
  given.forEach(function (key, place) {
    const at = best.indexOf(key);
    const fits = kind === 'order' ? at === place : at >= 0;
    if (fits) good++;
    verdicts[kind === 'places' ? key.split('=')[0] : key] = fits ? 'yes' : kind === 'order' ? at < place ? 'sooner' : 'later' : 'no';
  });
  const missing = kind === 'multiple' ? best.length - good : 0;
  const tone = good === given.length && missing === 0 ? 'right' : 'again';
  return { tone, verdicts, good, most: 2 * good > best.length, missing };
}
