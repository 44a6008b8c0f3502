import type { User } from "../users/index.js";

/** A user as `/v2/me` shows it. */
export const meView = (user: User) => ({
  id: user.id,
  email: user.email,
  name: user.name,
  avatarUrl: user.avatarUrl,
  bio: user.bio,
  timeFormat: user.timeFormat,
  defaultScheduleId: user.defaultScheduleId,
  weekStart: user.weekStart,
  timeZone: user.timeZone,
  username: user.username,
  organizationId: null,
});
