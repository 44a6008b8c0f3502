import type { Language } from "../../mail/index.js";
import { english } from "./en.js";
import type { Words } from "./words.js";
import { simplifiedChinese } from "./zh-cn.js";

export type { Names, Wording, Words } from "./words.js";

export const words: Record<Language, Words> = { en: english, "zh-CN": simplifiedChinese };
