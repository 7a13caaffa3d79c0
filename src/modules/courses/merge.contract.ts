import { z } from 'zod'

/** Who changed something since the copy last took a version in: the origin, the copy itself, both, both alike. */
export const changers = ['origin', 'own', 'both', 'same'] as const
export const differingPlaces = ['part', 'lesson', 'field', 'material', 'order'] as const
export const sides = ['mine', 'theirs'] as const
export type Side = (typeof sides)[number]

/** One thing in which a copy, its origin then and its origin now are not alike; null is where it does not stand. */
export const Difference = z.object({
  key: z.string(),
  where: z.enum(differingPlaces),
  who: z.enum(changers),
  /** 课程目标; 第2课时 校园里的鸟：环节: what it is, for a person. */
  title: z.string(),
  base: z.string().nullable(),
  theirs: z.string().nullable(),
  mine: z.string().nullable(),
  /** What is taken if nobody says otherwise. */
  usual: z.enum(sides),
})
export type Difference = z.infer<typeof Difference>

/** What was chosen, by the key of the difference. */
export const Choices = z.record(z.string().max(400), z.enum(sides))
export type Choices = Readonly<Record<string, Side>>
