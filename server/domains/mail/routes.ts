import { z } from "zod";
import { op } from "../../operation.js";
import { MailOutput, OutboxQuery } from "./contract.js";
import { listOutbox } from "./list-outbox.js";
import { mailView } from "./view.js";

export const mailRoutes = [
  op("GET", "/v2/admin/outbox", {
    id: "listOutbox",
    tag: "Operator",
    summary: "List the mails of the last 30 days with what became of them, the newest first",
    auth: "operator",
    scope: "closed",
    query: OutboxQuery,
    run: (ctx, { query }) => listOutbox(ctx, query),
    view: ({ mails }) => mails.map(mailView),
    response: z.array(MailOutput),
    beside: ({ nextCursor }) => ({ pagination: { nextCursor, hasMore: nextCursor !== null } }),
  }),
];
