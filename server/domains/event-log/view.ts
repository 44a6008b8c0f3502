import { writeInstant } from "../../wire.js";
import type { LoggedEvent } from "../events/index.js";
import { payloadOf, triggerOf } from "../webhooks/index.js";
import { writeCursor } from "./cursor.js";

/** One event; its payload is the one that webhooks are sent. */
export const eventView = ({ position, kind, createdAt, subject, data }: LoggedEvent, bookerUrl: string) => ({
  id: writeCursor(position),
  type: kind,
  createdAt: writeInstant(createdAt),
  subject,
  triggerEvent: triggerOf[kind],
  payload: payloadOf(kind, data, bookerUrl),
});
