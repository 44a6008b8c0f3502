import pc from "picocolors";

export type Cell = string;

const gap = "  ";

/**
 * Aligned columns under a head. `width`: of the terminal, to which the widest columns give way; undefined: as wide as it is.
 * What must be copied or compared, ids and times, is never cut.
 */
export function table(head: readonly string[], rows: readonly Cell[][], width?: number): string {
  const natural = head.map((title, index) =>
    Math.max(...[title, ...rows.map((row) => row[index] ?? "")].map(lengthOf)),
  );
  const widths = width === undefined ? natural : fitted(natural, head, width);
  const line = (cells: readonly Cell[]): string =>
    cells
      .map((cell, index) => padded(cropped(cell, widths[index] ?? 0), widths[index] ?? 0))
      .join(gap)
      .trimEnd();
  return [pc.bold(line(head)), ...rows.map(line)].join("\n");
}

/** Names and values, one pair a line. */
export function pairs(entries: readonly [string, Cell][]): string {
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${pc.dim(name.padEnd(width))}${gap}${value}`.trimEnd()).join("\n");
}

const narrowest = 8;

const uncut = /^(u?id|linkId|start|end|status|delivery)$/;

function fitted(natural: readonly number[], head: readonly string[], width: number): number[] {
  const widths = [...natural];
  const soft = head.flatMap((name, index) => (uncut.test(name) ? [] : [index]));
  for (;;) {
    const excess = widths.reduce((sum, one) => sum + one, 0) + gap.length * (widths.length - 1) - width;
    const widest = soft.reduce(
      (best, index) => ((widths[index] ?? 0) > (widths[best] ?? 0) ? index : best),
      soft[0] ?? 0,
    );
    const now = widths[widest] ?? 0;
    if (excess <= 0 || soft.length === 0 || now <= narrowest) return widths;
    widths[widest] = Math.max(narrowest, now - excess);
  }
}

// By code points: good enough for columns, and no table of character widths is needed.
const lengthOf = (text: string): number => [...text].length;
const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - lengthOf(text)));
const cropped = (text: string, width: number): string =>
  lengthOf(text) <= width ? text : `${[...text].slice(0, width - 1).join("")}…`;
