export type { Booking } from "./booking.js";
export { planMeetings } from "./meeting.js";
export { findBooking } from "./queries.js";
export { bookingRoutes } from "./routes.js";
export { bookingTasks } from "./tasks.js";
