import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "../../server/http/routes.js";
import { House } from "../harness/house.js";
import { type Deviation, deviations, type Unplayed, unplayed } from "./accepted-differences.js";
import { type Difference, differencesOf } from "./compare.js";
import { aligned, type Known, replay } from "./replay.js";
import { scenes, setScene } from "./scenes.js";
import { type Exchange, exchangesOf } from "./transcript.js";

const used = new Set<Deviation>();

describe.each(scenes.map((scene) => ({ scene, name: scene.transcripts.join(", ") })))(
  "transcripts $name",
  ({ scene }) => {
    const house = new House();
    let known: Known;

    beforeAll(async () => {
      await house.open();
      await house.reset();
      known = await setScene(house, scene);
    });

    afterAll(() => house.close());

    for (const exchange of exchangesOf(scene.transcripts)) {
      const reason = whyNotPlayed(exchange);
      test.skipIf(reason !== null)(reason ? `${exchange.name} (${reason})` : exchange.name, async () => {
        await scene.before?.[exchange.name]?.(house, known);
        const answer = await replay(house, exchange, known);
        const found = differences(exchange, answer.status, aligned(exchange.answer, answer.body, known));
        expect(
          found.filter((one) => !isAccepted(exchange, one)),
          JSON.stringify(answer.body),
        ).toEqual([]);
      });
    }
  },
);

test("what is not played was recorded, and what it waits for is not there yet", () => {
  const names = scenes.flatMap(({ transcripts }) => exchangesOf(transcripts)).map(({ name }) => name);
  const isServed = (title: string): boolean => operations.some(({ method, path }) => `${method} ${path}` === title);
  const isStale = ({ in: pattern, awaits }: Unplayed): boolean =>
    !names.some((name) => matches(pattern, name)) || (awaits !== undefined && isServed(awaits));
  expect(unplayed.filter(isStale)).toEqual([]);
});

test("every accepted deviation shows in some recorded exchange", () => {
  expect(deviations.filter((one) => !used.has(one)).map((one) => `${one.in}: ${one.what}`)).toEqual([]);
});

const whyNotPlayed = ({ name }: Exchange): string | null =>
  unplayed.find((one) => matches(one.in, name))?.reason ?? null;

/** Where one answers and the other refuses, nothing else is worth comparing. */
function differences(exchange: Exchange, status: number, body: unknown): Difference[] {
  const told = status === exchange.status ? [] : [`status: ${status}, not ${exchange.status}`];
  const isOther = status < 400 !== exchange.status < 400;
  return isOther ? told : [...told, ...new Set(differencesOf(exchange.answer, body))];
}

function isAccepted({ name }: Exchange, difference: Difference): boolean {
  const found = deviations.filter(
    (one) =>
      [one.in].flat().some((where) => matches(where, name)) &&
      [one.what].flat().some((what) => matches(what, difference)),
  );
  for (const one of found) used.add(one);
  return found.length > 0;
}

/** `*` stands for any part. */
const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\/]/g, "\\$&").replaceAll("*", ".*")}$`).test(text);
