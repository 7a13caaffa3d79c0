import { offices, type Policy } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'

const place = ({ id, districtId, clusterIds }: UnitSubject) => ({ unitId: id, districtId, clusterIds })

/** What was done in a place: those who are over it. */
const readOfPlace: Policy<UnitSubject> = (actor, unit) => actor.holds(offices, place(unit))

/** What was done to the platform itself (signing in, accounts), which hangs on the city: who keeps the accounts. */
const readOfPlatform: Policy<UnitSubject> = (actor, unit) =>
  unit.kind === 'city' && actor.holds(['administrator'], place(unit))

export const entryAccess = {
  readOfPlace,
  readOfPlatform,
  read: (actor, unit) => readOfPlace(actor, unit) || readOfPlatform(actor, unit),
} satisfies Record<string, Policy<UnitSubject>>
