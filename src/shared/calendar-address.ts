/** Where a calendar can be had as a file; see `CalendarSubject` for what it may be about. */
export const calendarPath = '/api/calendars/:about/:subjectId/calendar.ics'

/** The address of one, for pages of modules that know no other of bookings'. */
export const calendarAddress = (about: string, subjectId: string | number): string =>
  calendarPath.replace(':about', about).replace(':subjectId', encodeURIComponent(subjectId))
