declare module 'edtf' {
  /** Parses EDTF of all levels into a plain tree; throws on anything else. */
  export function parse(text: string): unknown;
}
