import type { Screen } from '#ui/screen.ts'
import { postWords } from './words.ts'

/** 骨干与岗位 of a cluster: one page, whose parts stand in its address. */
export const postsScreens: Screen[] = [
  {
    path: '/clusters/$unitId/posts',
    page: () => import('./posts-page.tsx'),
    menu: { words: postWords, order: 44, verb: 'readPosts', under: 'mobility' },
  },
]
