export { type Api, createApi } from "./api.js";
export { answerMcpRequest } from "./http.js";
export { createMcpServer, type McpOptions } from "./server.js";
export { type ListedTool, type Toolbox, type ToolResult, toolbox } from "./toolbox.js";
