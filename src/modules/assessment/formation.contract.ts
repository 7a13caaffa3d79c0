import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

/** What the schools of a cluster are held against: one figure, and the bar for the cluster as its rules write it. */
export const HeldAgainst = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(['count', 'share']),
  /** '≥ 10', '≥ 20'; the strictest is the one that counts. */
  bars: z.array(z.object({ target: z.string(), counts: z.boolean() })),
})
export type HeldAgainst = z.infer<typeof HeldAgainst>

export const FormationSchool = z.object({
  id: z.number(),
  name: z.string(),
  shortName: z.string(),
  role: z.string(),
  /** The stages that the school teaches, the first one is its wing; none where its kind is not known. */
  stages: z.array(z.string()),
  kind: z.string().nullable(),
  pupils: z.number().nullable(),
  teachers: z.number().nullable(),
  backbone: z.number().nullable(),
  /** 0: every target met; 1: as far as can be; null: nothing can be told. See distance.rules.ts. */
  distance: z.number().nullable(),
  /** By code: the school's own value, and the part of its bar that is lacking. */
  figures: z.record(z.string(), z.object({ value: z.number().nullable(), lack: z.number().nullable() })),
})
export type FormationSchool = z.infer<typeof FormationSchool>

export const SchoolFlow = z.object({
  name: z.string(),
  title: z.string(),
  unit: z.string(),
  links: z.array(z.object({ from: z.number(), to: z.number(), weight: z.number() })),
})
export type SchoolFlow = z.infer<typeof SchoolFlow>

export const formationApi = {
  /** The schools of a cluster by how far they are from its targets, and what they give one another. Sums only, no person. */
  read: get('/api/units/:unitId/formation', {
    title: '雁阵图',
    params: z.object({ unitId }),
    query: z.object({ year: schoolYear }),
    reply: z.object({
      held: z.array(HeldAgainst),
      schools: z.array(FormationSchool),
      flows: z.array(SchoolFlow),
      /** Schools outside the cluster that stand in a flow. */
      others: z.array(z.object({ id: z.number(), name: z.string() })),
    }),
  }),
}
