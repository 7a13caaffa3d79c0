import { pastedPlace } from '#ui/pasted-place.ts'
import { CampusFields } from '../campus.contract.ts'

/** A campus as it is typed: the place may be pasted. */
export const FieldsAndPasted = CampusFields.safeExtend({ pasted: pastedPlace })
