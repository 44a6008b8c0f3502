import { expect, test } from "vitest";
import { secondMs } from "../../core/time/index.js";
import type { Outcome } from "./delivery.js";
import { createWindows } from "./windows.js";

const answer = (error: string | null) => ({ webhookId: "a", error }) as Outcome;

test("a window widens with each answer up to 64, and is forgotten after a failure or a rest", () => {
  const windows = createWindows();
  expect(windows.widths(0)).toEqual({});
  windows.note(answer(null), 0);
  expect(windows.widths(0)).toEqual({ a: 5 });
  for (let n = 0; n < 100; n++) windows.note(answer(null), 0);
  expect(windows.widths(10 * secondMs)).toEqual({ a: 64 });
  expect(windows.widths(10 * secondMs + 1)).toEqual({});
  windows.note(answer(null), 0);
  windows.note(answer("answered 500"), 0);
  expect(windows.widths(0)).toEqual({});
});
