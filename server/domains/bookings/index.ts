export type { Booking } from "./booking.js";
export { bookingRoutes } from "./routes.js";
