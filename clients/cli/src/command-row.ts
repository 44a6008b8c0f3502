/** One operation as a command. */
export interface CommandRow {
  /** `create` in `kalends bookings create`. */
  name: string;
  id: string;
  about: string;
  method: string;
  path: string;
  version?: string;
  /** Anybody may call it. */
  isOpen?: boolean;
  isPaged?: boolean;
  hasBody?: boolean;
  options: OptionRow[];
}

/** One field of a query or body as an option. */
export interface OptionRow {
  in: "query" | "body";
  /** On the wire; a dot leads into an object. */
  name: string;
  kind: "text" | "number" | "boolean" | "texts" | "numbers" | "json";
  isRequired?: boolean;
  choices?: readonly (string | number)[];
  about?: string;
  /** Without dashes; the first one is shown. */
  flags: string[];
}
