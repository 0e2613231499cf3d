// The sentences of a script, from its file in messages/: words(sentences) is a function that finds one by its key and fills in values.

/**
 * @param {string} sentences lines such as "changed(n)={n, plural, one {# target} other {# targets}} changed"
 * @returns {(key: string, values?: object) => string}
 */
export function words(sentences) {
  return (key, values) => sentences.match(`(?:^|\n)${key}\\b.*?=(.*)`)[1]
    .replace(/{(\w+)(?:, plural, one {(.*?)} other {(.*?)})?}/g, (_, name, one, other) => {
      const value = values[name].toLocaleString('en-GB');
      return other ? (values[name] === 1 ? one : other).replace('#', value) : value;
    });
}
