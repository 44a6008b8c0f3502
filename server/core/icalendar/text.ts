/** The text of iCalendar objects, RFC 5545. */

const lineBytesMax = 75;

/** Lines as they travel: folded, each ended by CRLF (RFC 5545, 3.1). */
export const joinLines = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join("");

/** No line is longer than 75 octets, and no character is cut in two. */
function fold(line: string): string {
  if (line.length <= lineBytesMax && isAscii(line)) return line;
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const more = bytesOf(character.codePointAt(0) ?? 0);
    if (bytes + more > lineBytesMax) {
      parts.push(part);
      // The blank that marks a continuation is the first octet of the next line.
      part = "";
      bytes = 1;
    }
    part += character;
    bytes += more;
  }
  return [...parts, part].join("\r\n ");
}

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

/** How long a character is in UTF-8; half of one is written as U+FFFD. */
const bytesOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;

/** A TEXT value (RFC 5545, 3.3.11): escapeText("a;b\n") // "a\\;b\\n" */
export const escapeText = (text: string): string =>
  withoutControls(text)
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n");

/** A parameter's value in quotes, with what it cannot hold written as RFC 6868 says: quoteParameter('A "B"') // "\"A ^'B^'\"" */
export const quoteParameter = (text: string): string =>
  `"${withoutControls(text)
    .replace(/\^/g, "^^")
    .replace(/"/g, "^'")
    .replace(/\r\n?|\n/g, "^n")}"`;

const withoutControls = (text: string): string => text.replace(/(?![\t\r\n])[\p{Cc}\p{Cs}]/gu, "");
