// The join code as typed, and the card in a scanned address.
export const CODE_LENGTH = 7;

export function cleanCode(text) { return text.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, CODE_LENGTH); }

// Inserts the dash after three characters.
export function dashCode(field) {
  const symbols = cleanCode(field.value);
  const shown = symbols.length > 3 ? symbols.slice(0, 3) + '-' + symbols.slice(3) : symbols;
  const atEnd = field.selectionStart === field.value.length;
  if (field.value !== shown) field.value = shown;
  if (atEnd) field.setSelectionRange(shown.length, shown.length);
}

// The number of the card whose QR code was scanned, otherwise 0.
export function cardIn(hash) {
  const found = /^card=(\d{1,3})$/.exec(hash);
  return found ? Number(found[1]) : 0;
}
