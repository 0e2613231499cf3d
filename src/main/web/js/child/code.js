// The join code as typed, and the card in a scanned address.
export const CODE_LENGTH = 8;
// Rooms opened before codes had eight symbols have seven; they close at midnight.
export const EARLIER_LENGTH = 7;
const HALF = 4;
// The seal behind a scanned code, and that of codes printed before 1.4.0.
const SEAL_LENGTHS = [18, 13];

function symbolsOf(text) { return text.toUpperCase().replace(/[^A-Z0-9]/g, ''); }

let scanned = '';
let scannedCode = '';

// The QR code on the board has a seal behind the code, which shows the server that the code is no guess.
export function cleanCode(text) {
  const symbols = symbolsOf(text);
  const length = SEAL_LENGTHS.map((seal) => symbols.length - seal)
    .find((left) => left >= EARLIER_LENGTH && left <= CODE_LENGTH);
  if (!length) return symbols.slice(0, CODE_LENGTH);
  scanned = symbols;
  scannedCode = symbols.slice(0, length);
  return scannedCode;
}

// The code with its seal, if it was scanned.
export function sealed(code) { return scannedCode === code ? scanned : code; }

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
