export { admit } from "./admit.js";
export { newExplanation, removalsOf } from "./explain.js";
export type * from "./facts.js";
export { findSlots, findStarts } from "./find-slots.js";
export { groupByDate, type SlotDay } from "./group-by-date.js";
export { nearestSlots } from "./nearest-slots.js";
export { limitsToLoad, windowToLoad } from "./search.js";
