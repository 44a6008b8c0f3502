import { LRUCache } from "lru-cache";
import type { Store } from "./store/store.js";

export interface MemoryOptions<Value> {
  /** The sum of sizes at which the least recently used are forgotten. */
  most: number;
  sizeOf: (value: Value) => number;
}

/** What a process remembers of a store. Whoever remembers must ask the store, each time, whether it is still so. */
export function memoryPerStore<Value extends object>(options: MemoryOptions<Value>) {
  const memories = new WeakMap<Store, LRUCache<string, Value>>();
  return (store: Store): LRUCache<string, Value> => {
    const known = memories.get(store);
    if (known) return known;
    const memory = new LRUCache<string, Value>({ maxSize: options.most, sizeCalculation: options.sizeOf });
    memories.set(store, memory);
    return memory;
  };
}
