import type { Policy } from '#shared/access.ts'

export const wayAccess = {
  /** A person's own channels are nobody else's. */
  keep: (actor, { accountId }) => accountId === actor.id,
} satisfies Record<string, Policy<{ accountId: string }>>
