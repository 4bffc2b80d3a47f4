/** From a width on, the height that a frame needs, both in pixels; the narrowest first. */
export type Heights = readonly (readonly [width: number, height: number])[];
