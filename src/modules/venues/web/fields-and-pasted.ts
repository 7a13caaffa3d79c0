import type { z } from 'zod'
import { pastedPlace } from '#ui/pasted-place.ts'
import { SiteFields } from '../site.contract.ts'
import { VenueFields } from '../venue.contract.ts'

/** What the forms ask for: the place may be pasted. */
export const VenueAndPasted = VenueFields.extend({ pasted: pastedPlace })
export const SiteAndPasted = SiteFields.extend({ pasted: pastedPlace })

/** What is sent. */
export const withoutPasted = <F extends { pasted?: z.infer<typeof pastedPlace> }>({ pasted: _, ...fields }: F) => fields
