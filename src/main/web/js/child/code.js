// The join code as typed, and the card in a scanned address.
export const CODE_LENGTH = 8;
const HALF = 4;
const SEAL_LENGTH = 13;

function symbolsOf(text) { return text.toUpperCase().replace(/[^A-Z0-9]/g, ''); }

export function cleanCode(text) { return symbolsOf(text).slice(0, CODE_LENGTH); }

// What follows the code in the QR code on the board: it shows the server that the code is no guess. '' for a typed code.
export function sealOf(text) {
  const seal = symbolsOf(text).slice(CODE_LENGTH);
  return seal.length === SEAL_LENGTH ? seal : '';
}

// Inserts the dash after four characters.
export function dashCode(field) {
  const symbols = cleanCode(field.value);
  const shown = symbols.length > HALF ? symbols.slice(0, HALF) + '-' + symbols.slice(HALF) : symbols;
  const atEnd = field.selectionStart === field.value.length;
  if (field.value !== shown) field.value = shown;
  if (atEnd) field.setSelectionRange(shown.length, shown.length);
}

// The number of the card whose QR code was scanned, otherwise 0.
export function cardIn(hash) {
  const found = /^card=(\d{1,3})$/.exec(hash);
  return found ? Number(found[1]) : 0;
}
