export { type FactsWanted, type FactsWindow, type LoadedFacts, loadFacts } from "./facts.js";
export { slotRoutes } from "./routes.js";
