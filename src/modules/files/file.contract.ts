import { z } from 'zod'

export { acceptedEndings, sizeInWords } from './kind.rules.ts'

/** A file as the pages of other modules show it: their replies carry it, made by `factsOf` of the door. */
export const FileFacts = z.object({
  id: z.string(),
  name: z.string(),
  /** 文档, 视频 … */
  kind: z.string(),
  bytes: z.number(),
  downloads: z.number(),
  /** Whether a browser shows it by itself. */
  isShown: z.boolean(),
})
export type FileFacts = z.infer<typeof FileFacts>

/** What a file says, for searching and for those whose machine cannot open it: pages, slides or sheets. */
export const FileText = z.object({
  parts: z.array(z.object({ title: z.string(), text: z.string() })),
  /** Why there is none. */
  failure: z.string().nullable(),
})

/** What is asked of a file: to see it in its place rather than put it aside. */
export const FileQuery = z.object({ show: z.enum(['1']).optional() })
