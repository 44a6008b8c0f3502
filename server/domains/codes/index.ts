export type { CodeName, FreshCode, RightCode } from "./code.js";
export { codeMinutes, findRightCode, issueCode, keepCode, spendCode } from "./codes.js";
export { makeCode } from "./hash.js";
