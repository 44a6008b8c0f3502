import type { components, operations } from "./generated/openapi.js";

/** The stable name of an operation, such as `createBooking`. */
export type OperationId = keyof operations;

type Json<Content> = Content extends { content: { "application/json": infer Body } } ? Body : never;

/** What an operation is sent. */
export type Body<Id extends OperationId> = Json<operations[Id]["requestBody"]>;

/** The query of an operation. */
export type Query<Id extends OperationId> = NonNullable<operations[Id]["parameters"]["query"]>;

type Success<Id extends OperationId> = Json<operations[Id]["responses"][keyof operations[Id]["responses"]]>;

/** The `data` of an operation's answer; undefined where there is none. */
export type Data<Id extends OperationId> = Success<Id> extends { data: infer Value } ? Value : undefined;

/** Of an answer that is one thing or a list of them: the one. */
export type One<Value> = Exclude<Value, readonly unknown[]>;

/** One item of an operation that answers with a list. */
export type Item<Id extends OperationId> = Data<Id> extends readonly (infer Value)[] ? Value : never;

/** The named shapes of the wire. */
export type Schemas = components["schemas"];

export type Booking = One<Data<"getBooking">>;
export type EventType = Data<"getEventType">;
export type Schedule = Data<"getSchedule">;
export type SlotsByDay = Data<"getSlots">;
export type Webhook = Data<"getWebhook">;
