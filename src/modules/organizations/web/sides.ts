import { later } from '#ui/later.tsx'

/** The forms beside the pages of organizations, each fetched when it is first opened. */
export const CampusSide = later(async () => (await import('./campus-side.tsx')).CampusSide)
export const ChangeSide = later(async () => (await import('./change-side.tsx')).ChangeSide)
export const ClusterSide = later(async () => (await import('./cluster-side.tsx')).ClusterSide)
export const CloseSide = later(async () => (await import('./cluster-side.tsx')).CloseSide)
export const ContactSide = later(async () => (await import('./contact-side.tsx')).ContactSide)
export const CreateSide = later(async () => (await import('./create-side.tsx')).CreateSide)
export const DutySide = later(async () => (await import('./duty-side.tsx')).DutySide)
export const NewSchoolSide = later(async () => (await import('./new-school-side.tsx')).NewSchoolSide)
export const RenameSide = later(async () => (await import('./school-keep-side.tsx')).RenameSide)
export const ProfileSide = later(async () => (await import('./school-keep-side.tsx')).ProfileSide)
export const CloseSchool = later(async () => (await import('./school-keep-side.tsx')).CloseSchool)
export const MergeSchool = later(async () => (await import('./school-keep-side.tsx')).MergeSchool)
