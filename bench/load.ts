import autocannon from "autocannon";

export interface Load {
  url: string;
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
  /** Makes each request; absent: GET of the address itself. */
  next?: () => { method: "GET" | "POST"; path: string; body?: object };
}

export interface LoadResult {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  failed: number;
}

/** Loads an address and tells how it bore it. Latencies are autocannon's, whole milliseconds below one apart. */
export async function measure({ url, connections, seconds, headers = {}, next }: Load): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  const options: autocannon.Options = {
    url,
    connections,
    duration: seconds,
    headers: { "content-type": "application/json", ...headers },
    ...(next && { requests: [{ setupRequest: (request) => Object.assign({}, request, prepared(next())) }] }),
  };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    instance.on("response", (_client, _status, _bytes, ms) => latenciesMs.push(ms));
  });
  latenciesMs.sort((a, b) => a - b);
  const at = (part: number): number => latenciesMs[Math.floor(latenciesMs.length * part)] ?? 0;
  return {
    perSecond: latenciesMs.length / result.duration,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    failed: result.non2xx + result.errors,
  };
}

const prepared = ({ method, path, body }: { method: string; path: string; body?: object }) => ({
  method,
  path,
  body: body && JSON.stringify(body),
});

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
