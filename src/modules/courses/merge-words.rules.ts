import type { Lesson, Material } from './content.contract.ts'

export const sameMaterial = (a: Material, b: Material): boolean =>
  a.id === b.id && a.kind === b.kind && a.title === b.title && a.fileId === b.fileId && a.address === b.address

const sameMaterials = (a: readonly Material[], b: readonly Material[]): boolean =>
  a.length === b.length && a.every((material, n) => sameMaterial(material, b[n]!))

export const sameLesson = (a: Lesson, b: Lesson): boolean =>
  a.id === b.id &&
  a.title === b.title &&
  a.minutes === b.minutes &&
  a.goals === b.goals &&
  a.steps === b.steps &&
  sameMaterials(a.materials, b.materials)

export const wordsOfMinutes = (minutes: number | null): string => (minutes === null ? '没有写' : `${minutes}分钟`)

export const wordsOfMaterial = ({ title, address }: Material): string =>
  [title, address].filter((words) => words).join('\n')

/** A whole lesson, as it is read beside another. */
export function wordsOfLesson({ title, minutes, goals, steps, materials }: Lesson): string {
  const head = minutes === null ? title : `${title}（${wordsOfMinutes(minutes)}）`
  const list = materials.map((material) => `材料：${material.title}`)
  return [head, goals, steps, ...list].filter((words) => words).join('\n')
}
