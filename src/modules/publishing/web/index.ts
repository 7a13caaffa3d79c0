import type { Screen } from '#ui/screen.ts'

export const publishingScreens: readonly Screen[] = []
