/** Diagnostics of the parse stage: text that is not YAML 1.2 or JSON, or says what plain data cannot hold. */

export const PARSE = {};
