/** Every module adds its tables here from its own `tables.gen.ts`, by declaration merging. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Tables {}
