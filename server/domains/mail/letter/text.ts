import type { Block, Fact, Letter, Line } from "./letter.js";

/** A letter as plain text: what is read where HTML is not, and aloud. */
export function writeText({ heading, lead, blocks, footer }: Letter): string {
  const parts = [heading, lead, ...blocks.map(blockText), footer.length > 0 ? `-- \n${footer.join("\n")}` : ""];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "facts":
      return block.facts.map(factText).join("\n\n");
    case "button":
      return `${block.label}: ${block.url}`;
    case "code":
    case "note":
      return block.text;
  }
}

const factText = ({ label, lines }: Fact): string =>
  [`${label}:`, ...lines.map((line) => `  ${lineText(line).replace(/\n/g, "\n  ")}`)].join("\n");

const lineText = ({ text, url, detail }: Line): string =>
  [text, url && url !== text ? `<${url}>` : "", detail ? `<${detail}>` : ""].filter(Boolean).join(" ");
