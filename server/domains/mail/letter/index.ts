import { writeHtml } from "./html.js";
import type { Letter } from "./letter.js";
import { writeText } from "./text.js";

export { type Block, type Fact, type Language, type Letter, type Line, languageFor } from "./letter.js";

/** Both bodies of a mail. */
export const writeLetter = (letter: Letter): { html: string; text: string } => ({
  html: writeHtml(letter),
  text: writeText(letter),
});
