import { later } from '#ui/later.tsx'

/** The forms beside the parts of the page, each fetched when it is first opened. */
export const ProposeSide = later(async () => (await import('./propose-side.tsx')).ProposeSide)
export const DecideSide = later(async () => (await import('./pool-sides.tsx')).DecideSide)
export const TaskSide = later(async () => (await import('./pool-sides.tsx')).TaskSide)
export const LeaveSide = later(async () => (await import('./pool-sides.tsx')).LeaveSide)
export const AgreeSide = later(async () => (await import('./vacancy-sides.tsx')).AgreeSide)
export const WithdrawAgreementSide = later(async () => (await import('./vacancy-sides.tsx')).WithdrawAgreementSide)
export const SuggestSide = later(async () => (await import('./need-sides.tsx')).SuggestSide)
export const AddNeedSide = later(async () => (await import('./need-sides.tsx')).AddNeedSide)
export const ChangeNeedSide = later(async () => (await import('./need-sides.tsx')).ChangeNeedSide)
export const ReportSide = later(async () => (await import('./need-sides.tsx')).ReportSide)
export const CloseNeedSide = later(async () => (await import('./need-sides.tsx')).CloseNeedSide)
export const GrantSide = later(async () => (await import('./quota-sides.tsx')).GrantSide)
export const ApplySide = later(async () => (await import('./apply-side.tsx')).ApplySide)
export const AllotSide = later(async () => (await import('./quota-sides.tsx')).AllotSide)
export const WithdrawSide = later(async () => (await import('./quota-sides.tsx')).WithdrawSide)
export const ResultSide = later(async () => (await import('./quota-sides.tsx')).ResultSide)
