import autocannon from "autocannon";

export interface Load {
  url: string;
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
  /** Paths to GET in turn, prepared beforehand so that making them costs the load nothing; absent: the address itself. */
  paths?: readonly string[];
  /** The body of each POST to the address, made while the load runs. */
  nextBody?: () => object;
}

export interface LoadResult {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  failed: number;
}

/** Loads an address and tells how it bore it. Latencies are autocannon's, whole milliseconds below one apart. */
export async function measure({ url, connections, seconds, headers = {}, paths, nextBody }: Load): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  const options: autocannon.Options = {
    url,
    connections,
    duration: seconds,
    headers: { "content-type": "application/json", ...headers },
    ...(paths && { requests: paths.map((path) => ({ method: "GET", path })) }),
    ...(nextBody && {
      method: "POST",
      requests: [{ setupRequest: (request) => Object.assign({}, request, { body: JSON.stringify(nextBody()) }) }],
    }),
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

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
