import { dayInWords } from '#shared/day.ts'
import type { Aid } from '../aid.contract.ts'

/** What a device or training is called: by where it hangs, or by its day. */
export const aidName = ({ kind, place, fromDay }: Aid): string => `${kind}（${place || dayInWords(fromDay)}）`
