import { z } from "zod";
import { idParam } from "../../operation.js";
import { mailAddress as email, phoneNumber, takeSkip } from "../../wire.js";

/** Blanks and the like are only for reading. */
const phone = phoneNumber.transform((text) => `+${text.replace(/\D/g, "")}`).meta({ override: { type: "string" } });

const code = z.string().min(1, "should not be empty").max(20, "must be shorter than or equal to 20 characters");

export const RequestEmailVerificationInput = z.object({ email }).meta({ id: "RequestEmailVerificationInput" });
export const RequestPhoneVerificationInput = z.object({ phone }).meta({ id: "RequestPhoneVerificationInput" });
export const VerifyEmailInput = z.object({ email, code }).meta({ id: "VerifyEmailInput" });
export type VerifyEmailInput = z.output<typeof VerifyEmailInput>;
export const VerifyPhoneInput = z.object({ phone, code }).meta({ id: "VerifyPhoneInput" });
export type VerifyPhoneInput = z.output<typeof VerifyPhoneInput>;

export const resourceParams = z.object({ id: idParam });
export const PageQuery = z.object(takeSkip);
export type PageQuery = z.output<typeof PageQuery>;

const owner = { id: z.int(), userId: z.int(), teamId: z.null() };

export const VerifiedEmailOutput = z.object({ ...owner, email: z.email() }).meta({ id: "UserVerifiedEmailOutputData" });
export const VerifiedPhoneOutput = z
  .object({ ...owner, phoneNumber: z.string().meta({ override: { type: "string", format: "phone" } }) })
  .meta({ id: "UserVerifiedPhoneOutputData" });
