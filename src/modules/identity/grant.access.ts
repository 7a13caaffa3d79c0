import type { Actor, Place, Policy, Role } from '#shared/access.ts'

/** Which roles may be given by whoever is over a place; nobody gives what they are not over. */
const gives: Record<Role, readonly Role[]> = {
  administrator: ['city-officer', 'district-officer', 'cluster-office', 'administrator'],
  'city-officer': ['district-officer', 'cluster-office', 'expert'],
  'district-officer': ['cluster-office', 'principal', 'expert'],
  'cluster-office': ['principal', 'liaison', 'teacher', 'expert'],
  principal: ['liaison', 'teacher'],
  liaison: [],
  teacher: [],
  expert: [],
}

const underDistrict: readonly Role[] = ['cluster-office', 'principal', 'liaison', 'teacher', 'expert']

/** Whose accounts are looked after (ended, unlocked, signed out): all that stand below; the administrator sees no teacher. */
const keeps: Record<Role, readonly Role[]> = {
  ...gives,
  administrator: [
    'city-officer',
    'district-officer',
    'cluster-office',
    'principal',
    'liaison',
    'expert',
    'administrator',
  ],
  'city-officer': ['district-officer', ...underDistrict],
  'district-officer': underDistrict,
}

/** A role at a place, as it is given, changed or ended; `accountId` is whose it is, null of an invitation. */
export interface GrantSubject extends Place {
  role: Role
  accountId: string | null
}

/** The roles that a person may give at a place, or look after there. */
const rolesFrom = (table: Record<Role, readonly Role[]>, actor: Actor, place: Place): Role[] => {
  const over = [...new Set(actor.grants.map(({ role }) => role))].filter((role) => actor.holds([role], place))
  return [...new Set(over.flatMap((role) => table[role]))]
}

export const rolesToGive = (actor: Actor, place: Place): Role[] => rolesFrom(gives, actor, place)
export const rolesToKeep = (actor: Actor, place: Place): Role[] => rolesFrom(keeps, actor, place)

/** Nobody gives themself anything, and nobody ends what is their own by the way. */
const isAnothers: Policy<{ accountId: string | null }> = (actor, { accountId }) => accountId !== actor.id

export const grantAccess = {
  give: (actor, grant) => isAnothers(actor, grant) && rolesToGive(actor, grant).includes(grant.role),
  keep: (actor, grant) => isAnothers(actor, grant) && rolesToKeep(actor, grant).includes(grant.role),
} satisfies Record<string, Policy<GrantSubject>>

/** An account with its roles of today and to come, and the one that ended last. */
export interface AccountSubject {
  id: string
  grants: readonly GrantSubject[]
  last?: GrantSubject | undefined
}

/**
 * Who looks after every role of an account looks after the account; else one office would reach into another's. Without
 * a role it stays with whoever looked after the last one.
 */
export const keepsAccount: Policy<AccountSubject> = (actor, { grants, last }) =>
  grants.length > 0
    ? grants.every((grant) => grantAccess.keep(actor, grant))
    : last !== undefined && grantAccess.keep(actor, last)

/** Handing over gives every role anew. */
export const handsOver: Policy<AccountSubject> = (actor, { grants }) =>
  grants.length > 0 && grants.every((grant) => grantAccess.keep(actor, grant) && grantAccess.give(actor, grant))

/** Who could give all that an invitation gives answers for it: on making its link anew, and until somebody opens it. */
export const answersFor: Policy<{ grants: readonly Omit<GrantSubject, 'accountId'>[] }> = (actor, { grants }) =>
  grants.every((grant) => grantAccess.give(actor, { ...grant, accountId: null }))
