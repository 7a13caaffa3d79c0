import { later } from '#ui/later.tsx'

/** What is done with accounts beside the page, each part fetched when it is first opened. */
export const AccountSide = later(async () => (await import('./account-side.tsx')).AccountSide)
export const BulkSide = later(async () => (await import('./bulk-side.tsx')).BulkSide)
export const InviteSide = later(async () => (await import('./invite-side.tsx')).InviteSide)
export const LinkSide = later(async () => (await import('./link-side.tsx')).LinkSide)
