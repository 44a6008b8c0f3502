/** The text of iCalendar objects, RFC 5545. */

const lineBytesMax = 75;

/** Lines as they travel: folded, each ended by CRLF (RFC 5545, 3.1). */
export const joinLines = (lines: readonly string[]): string => lines.map((line) => `${fold(line)}\r\n`).join("");

/** No line is longer than 75 octets, and no character is cut in two. */
function fold(line: string): string {
  if (byteLength(line) <= lineBytesMax) return line;
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const more = byteLength(character);
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

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;

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
