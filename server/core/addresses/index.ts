export * from "./address.js";
export * from "./target.js";
