import { escaped } from '#shared/xml.ts'
import { outlineParts, type CourseContent, type Lesson } from './content.contract.ts'

/** A version of a course, as a package tells it. */
export interface CartridgeCourse {
  id: string
  name: string
  subject: string | null
  /** Stages and theme: what one would look for. */
  words: readonly string[]
  summary: string
  /** Who made it, and what one may do with it. */
  rights: string
  content: CourseContent
}

export function outlinePage({ name, rights, content }: CartridgeCourse): string {
  const parts = outlineParts.filter(({ key }) => content[key])
  return page(name, [
    ...parts.flatMap(({ key, title }) => [`<h2>${title}</h2>`, paragraphs(content[key])]),
    `<p><small>${escaped(rights)}</small></p>`,
  ])
}

export function cartridgePage(title: string, { minutes, goals, steps }: Lesson): string {
  return page(title, [
    ...(minutes === null ? [] : [`<p>${minutes} 分钟</p>`]),
    ...(goals ? ['<h2>目标</h2>', paragraphs(goals)] : []),
    ...(steps ? ['<h2>过程</h2>', paragraphs(steps)] : []),
  ])
}

const page = (title: string, parts: readonly string[]): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="UTF-8"><title>${escaped(title)}</title></head>
<body>
<h1>${escaped(title)}</h1>
${parts.join('\n')}
</body>
</html>
`

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('\n')
