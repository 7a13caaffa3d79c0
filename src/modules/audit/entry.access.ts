import { offices, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const place = ({ id, districtId, clusterIds }: UnitSubject) => ({ unitId: id, districtId, clusterIds })

export const entryAccess = {
  /** What was done in a place: those who are over it. */
  readOfPlace: (actor, unit) => actor.holds(offices, place(unit)),
  /** What was done to the platform itself (signing in, accounts), which hangs on the city: who keeps the accounts. */
  readOfPlatform: (actor, unit) => unit.kind === 'city' && actor.holds(['administrator'], place(unit)),
} satisfies Record<string, Policy<UnitSubject>>
