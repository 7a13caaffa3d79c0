import type { Actor } from '#shared/access.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { courseAccess, writesAt } from './entry.access.ts'

/** A path is written, reviewed and taken back by those who would do so with a course of its school. */
const { write, submit, recall, review, withdraw, restore } = courseAccess
export const pathAccess = { write, submit, recall, review, withdraw, restore, drop: write }

/** Whoever writes at one of the cluster's schools begins a path there; at which, is seen when it is begun. */
export const beginsPath = (actor: Actor, { id }: UnitSubject): boolean =>
  actor.belongs(id) && actor.grants.some(({ unitId }) => writesAt(actor, unitId))
