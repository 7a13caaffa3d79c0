import { z } from 'zod'
import { readPlace } from './place.ts'

/** What was pasted and is no place must not leave the old place standing unseen. */
export const pastedPlace = z
  .string()
  .refine(
    (text) => text.trim() === '' || readPlace(text) !== undefined,
    '看不出经纬度，请粘贴如 121.40,31.07 的两个数字，或清空这一格',
  )
  .optional()
