import type { VerifiedEmail, VerifiedPhone } from "./resource.js";

/** COMPAT: the team is shown where there can be none, as upstream does. */
export const verifiedEmailView = ({ id, userId, email }: VerifiedEmail) => ({ id, userId, teamId: null, email });

export const verifiedPhoneView = ({ id, userId, phoneNumber }: VerifiedPhone) => ({
  id,
  userId,
  teamId: null,
  phoneNumber,
});
