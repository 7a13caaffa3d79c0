import { offices, roles, type Policy, type Role } from '#shared/access.ts'
import { placeOfCluster, type ReportSubject } from './report.rules.ts'
import type { reportVerbs } from './report.contract.ts'

/** Keeping accounts is no reason to read reports. */
const readers: readonly Role[] = roles.filter((role) => role !== 'administrator')
const writers: readonly Role[] = ['cluster-office']

type Unit = ReportSubject['unit']

/** Whoever works in the cluster or above it may know of its reports. */
const readAll: Policy<Unit> = (actor, unit) => actor.holds(readers, placeOfCluster(unit)) || actor.belongs(unit.id)
const seesDrafts: Policy<Unit> = (actor, unit) => actor.holds(offices, placeOfCluster(unit))
const isCluster = ({ kind }: Unit) => kind === 'cluster' || kind === 'group'

/** A report speaks for the cluster: its office writes it, those above read it from the first draft, the schools once it is issued. */
export const clusterReportsAccess = {
  read: (actor, unit) => isCluster(unit) && readAll(actor, unit),
  seeDrafts: (actor, unit) => isCluster(unit) && seesDrafts(actor, unit),
  create: (actor, unit) => isCluster(unit) && actor.holds(writers, placeOfCluster(unit)),
} satisfies Record<string, Policy<Unit>>

const write: Policy<ReportSubject> = (actor, { unit }) => clusterReportsAccess.create(actor, unit)

export const readReport: Policy<ReportSubject> = (actor, { unit, status }) =>
  status === 'issued' || status === 'withdrawn' ? readAll(actor, unit) : seesDrafts(actor, unit)

export const reportAccess = {
  edit: write,
  issue: write,
  drop: write,
  withdraw: write,
  correct: write,
} satisfies Record<(typeof reportVerbs)[number], Policy<ReportSubject>>
