import type { Screen } from '#ui/screen.ts'

export const workbenchScreens: readonly Screen[] = []
