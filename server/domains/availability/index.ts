export { type FactsWindow, type HoldsWanted, type LoadedFacts, loadFacts } from "./facts.js";
export { slotRoutes } from "./routes.js";
