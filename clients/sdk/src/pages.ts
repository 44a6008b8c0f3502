import type { Answer } from "./answer.js";
import type { Call, RequestOptions } from "./call.js";
import type { Connection } from "./connection.js";

/** A part of a list. */
export interface Page<Item> {
  data: Item[];
  /** Totals, where the server tells them. */
  pagination: Record<string, unknown> | undefined;
  hasNextPage: boolean;
}

/** Awaited, it is the first page; iterated, it is every item of this page and all further ones, fetched as needed. */
export type Listing<Item> = Promise<Page<Item>> & AsyncIterable<Item> & { pages(): AsyncIterable<Page<Item>> };

/** Lists without totals end with a page that is not full, so its size must be known. */
const usualTake = 100;

export function listPages<Item>(connection: Connection, call: Call, options?: RequestOptions): Listing<Item> {
  const take = Number(call.query?.take ?? usualTake);
  const skip = Number(call.query?.skip ?? 0);
  const fetchPage = async (index: number): Promise<Page<Item>> => {
    const query = { ...call.query, take, skip: skip + index * take };
    return pageOf(await connection.send({ ...call, query }, options), take);
  };
  const first = fetchPage(0);
  async function* pages(): AsyncGenerator<Page<Item>> {
    let page = await first;
    yield page;
    for (let index = 1; page.hasNextPage; index++) {
      const next = await fetchPage(index);
      // A server that does not know `skip` would answer with the same page for ever.
      if (JSON.stringify(next.data) === JSON.stringify(page.data)) return;
      page = next;
      yield page;
    }
  }
  async function* items(): AsyncGenerator<Item> {
    for await (const page of pages()) yield* page.data;
  }
  return Object.assign(first, { pages, [Symbol.asyncIterator]: items });
}

function pageOf<Item>({ data, body }: Answer, take: number): Page<Item> {
  const items = (Array.isArray(data) ? data : []) as Item[];
  const pagination = body.pagination as Page<Item>["pagination"];
  const told = pagination?.hasNextPage;
  return { data: items, pagination, hasNextPage: typeof told === "boolean" ? told : items.length === take };
}
