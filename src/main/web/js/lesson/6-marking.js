// Marks an answer on the page, so that the child sees the result at once; the server marks it independently.
(function (tuk) {
  'use strict';

  function words(text) { return text ? text.split(' ') : []; }

  // Inserts words into a sentence that already quotes them; speech has quotation marks of its own.
  tuk.quote = function (sentence, sign, words) {
    const quoted = /^[“‘"].*[”’"]$/.test(words.trim());
    return sentence.replace(quoted ? '“' + sign + '”' : sign, function () { return words; });
  };

  // The answer in a form, in the format of the classroom API, or null if it is not complete.
  tuk.answerOf = function (form) {
    switch (form.dataset.kind) {
      case 'order':
        return Array.from(form.querySelectorAll('.row'), function (row) { return row.dataset.key; });
      case 'multiple': {
        const keys = Array.from(form.querySelectorAll('input:checked'), function (input) { return input.value; });
        return keys.length ? keys : null;
      }
      case 'places':
        return tuk.placed(form);
      case 'story':
        return tuk.told(form);
      case 'scale': {
        const point = form.querySelector('input:checked');
        return point ? parseInt(point.value, 10) : null;
      }
      default: {
        const one = form.querySelector('input:checked');
        return one ? one.value : null;
      }
    }
  };

  // The result of an answer: tone is right, again or told; most is true if more than half is right; verdicts has yes or no per key or thing, or sooner or later.
  tuk.mark = function (kind, right, answer) {
    const best = words(right);
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
    return { tone: good === given.length && missing === 0 ? 'right' : 'again', verdicts: verdicts, good: good, most: 2 * good > best.length, missing: missing };
  };
})(window.tuk);
