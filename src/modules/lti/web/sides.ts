import { later } from '#ui/later.tsx'

/** Only who keeps the tools needs the form. */
export const ToolSide = later(async () => (await import('./tool-side.tsx')).ToolSide)
