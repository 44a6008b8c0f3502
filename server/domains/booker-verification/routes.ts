import { noData, op } from "../../operation.js";
import { ofEventType, RequestBookerCodeInput } from "./contract.js";
import { checkAsksForCode, requestBookerCode } from "./request.js";

export const bookerVerificationRoutes = [
  op("POST", "/v2/event-types/{eventTypeId}/email-verification-code/request", {
    id: "requestBookerEmailVerificationCode",
    tag: "Event Types",
    summary: "Send a booker the code that an event type asks for",
    auth: "none",
    scope: "open",
    rate: "email-code",
    status: 200,
    params: ofEventType,
    body: RequestBookerCodeInput,
    guard: (ctx, { eventTypeId }) => checkAsksForCode(ctx, eventTypeId),
    run: (ctx, { params, body }) => requestBookerCode(ctx, params.eventTypeId, body.email),
    view: noData,
  }),
];
