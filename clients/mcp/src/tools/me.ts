import { z } from "zod";
import { recordOf } from "../api.js";
import { reads, tool } from "../tool.js";
import { textOf } from "./wire.js";

export const getMe = tool({
  name: "get_me",
  title: "Who am I",
  description: "The account whose key is used, and its time zone.",
  input: z.strictObject({}),
  output: z.object({
    id: z.number(),
    username: z.string(),
    email: z.string(),
    name: z.string().optional(),
    timeZone: z.string(),
  }),
  annotations: reads,
  uses: ["getMe"],
  run: async (api) => {
    const { data } = await api({ method: "GET", path: "/me" });
    const text = (name: string): string => textOf(data, name) ?? "";
    return {
      id: Number(recordOf(data).id),
      username: text("username"),
      email: text("email"),
      name: textOf(data, "name"),
      timeZone: text("timeZone"),
    };
  },
});
