import { z } from "zod";
import { noData, op } from "../../operation.js";
import { callerOf } from "../users/index.js";
import {
  PageQuery,
  RequestEmailVerificationInput,
  RequestPhoneVerificationInput,
  resourceParams,
  VerifiedEmailOutput,
  VerifiedPhoneOutput,
  VerifyEmailInput,
  VerifyPhoneInput,
} from "./contract.js";
import { getVerifiedEmail, getVerifiedPhone } from "./get.js";
import { listVerifiedEmails, listVerifiedPhones } from "./queries.js";
import { requestEmailCode } from "./request-email.js";
import { requestPhoneCode, sendPhoneCode } from "./request-phone.js";
import { verifyEmail } from "./verify-email.js";
import { verifyPhone } from "./verify-phone.js";
import { verifiedEmailView, verifiedPhoneView } from "./view.js";

const tag = "Verified Resources";
const base = "/v2/verified-resources";
const reads = { tag, auth: "required", scope: "VERIFIED_RESOURCES_READ" } as const;
const writes = { tag, auth: "required", scope: "VERIFIED_RESOURCES_WRITE", status: 200 } as const;

export const verifiedResourceRoutes = [
  op("POST", `${base}/emails/verification-code/request`, {
    ...writes,
    id: "requestEmailVerificationCode",
    summary: "Send a code to an address of the caller's",
    rate: "email-code",
    body: RequestEmailVerificationInput,
    run: (ctx, { body }) => requestEmailCode(ctx, body.email),
    view: noData,
  }),
  op("POST", `${base}/emails/verification-code/verify`, {
    ...writes,
    id: "verifyEmail",
    summary: "Verify an address with the code that was sent to it",
    rate: "email-verify",
    body: VerifyEmailInput,
    run: (ctx, { body }) => verifyEmail(ctx, body),
    view: verifiedEmailView,
    response: VerifiedEmailOutput,
  }),
  op("POST", `${base}/phones/verification-code/request`, {
    ...writes,
    id: "requestPhoneVerificationCode",
    summary: "Send a code to a number of the caller's",
    rate: "phone-code",
    body: RequestPhoneVerificationInput,
    run: (ctx, { body }) => requestPhoneCode(ctx, body.phone),
    settle: sendPhoneCode,
    view: noData,
  }),
  op("POST", `${base}/phones/verification-code/verify`, {
    ...writes,
    id: "verifyPhone",
    summary: "Verify a number with the code that was sent to it",
    rate: "phone-verify",
    body: VerifyPhoneInput,
    run: (ctx, { body }) => verifyPhone(ctx, body),
    view: verifiedPhoneView,
    response: VerifiedPhoneOutput,
  }),
  op("GET", `${base}/emails`, {
    ...reads,
    id: "listVerifiedEmails",
    summary: "List the caller's verified addresses, oldest first",
    query: PageQuery,
    run: (ctx, { query }) => listVerifiedEmails(ctx.store.db, callerOf(ctx).id, query),
    view: (emails) => emails.map(verifiedEmailView),
    response: z.array(VerifiedEmailOutput),
  }),
  op("GET", `${base}/phones`, {
    ...reads,
    id: "listVerifiedPhones",
    summary: "List the caller's verified numbers, oldest first",
    query: PageQuery,
    run: (ctx, { query }) => listVerifiedPhones(ctx.store.db, callerOf(ctx).id, query),
    view: (phones) => phones.map(verifiedPhoneView),
    response: z.array(VerifiedPhoneOutput),
  }),
  op("GET", `${base}/emails/{id}`, {
    ...reads,
    id: "getVerifiedEmail",
    summary: "Read a verified address",
    params: resourceParams,
    run: (ctx, { params }) => getVerifiedEmail(ctx, params.id),
    view: verifiedEmailView,
    response: VerifiedEmailOutput,
  }),
  op("GET", `${base}/phones/{id}`, {
    ...reads,
    id: "getVerifiedPhone",
    summary: "Read a verified number",
    params: resourceParams,
    run: (ctx, { params }) => getVerifiedPhone(ctx, params.id),
    view: verifiedPhoneView,
    response: VerifiedPhoneOutput,
  }),
];
