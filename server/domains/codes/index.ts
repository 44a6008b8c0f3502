export type { CodeName, FreshCode, RightCode } from "./code.js";
export { codeMinutes, findRightCode, issueCode, spendCode } from "./codes.js";
export { makeCode } from "./hash.js";
