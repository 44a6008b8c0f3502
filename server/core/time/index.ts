export * from "./date.js";
export * from "./format.js";
export * from "./instant.js";
export * from "./local.js";
export * from "./parse.js";
export * from "./period.js";
export * from "./zone.js";
export * from "./zone-names.js";
