import { checkText, type Decoded, decodeFile } from './decode.ts';

/**
 * What Windows-1252 has at 0x80–0x9F. Written out, because the decoder of some releases of Node takes
 * `windows-1252` for Latin-1 and turns these into control characters. The five bytes that mean nothing are spaces.
 */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Bytes of a CSV file as text: UTF-8, or else Windows-1252, as which Excel saves “CSV” in Italy. Neither one is
 * NOT_UTF8: UTF-16, and Windows-1252 that has UTF-8 in it, of which half the accents would be wrong.
 */
export function decodeCsv(bytes: Uint8Array): Decoded {
  const decoded = decodeFile(bytes);
  if (decoded.ok || decoded.rule.code !== 'NOT_UTF8') return decoded;
  const latin = Buffer.from(bytes).toString('latin1');
  const text = latin.replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252.charAt(letter.charCodeAt(0) - 0x80));
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/.test(latin);
  const hasUtf8 = /[\xc2\xc3][\x80-\xbf]|\xe2\x80[\x80-\xbf]/.test(latin);
  const hasUndefined = /[\x81\x8d\x8f\x90\x9d]/.test(latin);
  return isUtf16 || hasUtf8 || hasUndefined ? decoded : checkText(text);
}
