import type { RetryNotice } from "@kalends/sdk";

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const patienceMs = 1000;
let note = "";

/** Shows on a terminal that something takes more than a second, and nothing anywhere else. */
export async function withProgress<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const screen = process.stderr;
  if (!screen.isTTY) return work();
  const begunMs = Date.now();
  let frame = 0;
  const draw = (): void => {
    const waitedMs = Date.now() - begunMs;
    if (waitedMs < patienceMs) return;
    const line = `${frames[frame++ % frames.length]} ${what} ${Math.floor(waitedMs / 1000)} s ${note}`;
    // A line that wraps could not be taken back.
    screen.write(`\r\x1b[K${line.slice(0, (screen.columns || 80) - 1)}`);
  };
  const timer = setInterval(draw, 100);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    note = "";
    if (frame > 0) screen.write("\r\x1b[K");
  }
}

/** A pause before another attempt is part of the progress. */
export function noteRetry({ attempt, delayMs, reason }: RetryNotice): void {
  note = `(attempt ${attempt} failed: ${reason.slice(0, 60)}; again in ${(delayMs / 1000).toFixed(1)} s)`;
}
