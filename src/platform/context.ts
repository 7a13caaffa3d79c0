import type { Actor } from '#shared/access.ts'
import type { Config } from './config.ts'
import type { Db } from './database/database.ts'
import type { About } from './about.ts'
import type { CalendarSource } from './calendar.ts'
import type { Flow } from './flow.ts'
import type { FrozenYears } from './frozen-years.ts'
import type { NewJob } from './jobs/job.ts'
import type { AnyLedgerSheet } from './ledger.ts'
import type { Measure } from './measure.ts'
import type { PersonFile } from './person-file.ts'
import type { PolicyBook } from './policies/book.ts'
import type { SchoolGrades } from './school-grades.ts'
import type { Section } from './section.ts'
import type { TeacherFacts } from './teacher-facts.ts'
import type { TeacherTimes } from './teacher-times.ts'
import type { Tell } from './tell.ts'
import type { Todos } from './todo.ts'
import type { VenueBookings } from './venue-bookings.ts'

/** Facts for the audit. Those named here say where it happened and who did it, if the request itself does not; the rest is told as it is. */
export interface Noted {
  districtId?: number
  unitId?: number
  subjectId?: string
  accountId?: string
  actorName?: string
  /** Of a command: what was done, in a few Chinese words; without it a command is not on record. */
  title?: string
  [fact: string]: unknown
}

/** What every use case is given: who asks, when, and a database handle already inside the request's transaction. */
export interface Context {
  actor: Actor
  now: Date
  /** The office's day, 'YYYY-MM-DD'. */
  today: string
  db: Db
  config: Config
  /** The rules of the policy packs, read and checked at start. */
  policies: PolicyBook
  /** What figures are counted by: the measures of all modules. */
  measures: readonly Measure[]
  /** What a ledger is made of: the sheets of all modules, in the order in which they are read. */
  sheets: readonly AnyLedgerSheet[]
  /** What waits for people: the todos of all modules. */
  todos: readonly Todos[]
  /** What stands in calendars: the sources of all modules. */
  calendars: readonly CalendarSource[]
  /** What schools give to and take from one another: the flows of all modules. */
  flows: readonly Flow[]
  /** What a report is put together from: the sections of all modules. */
  sections: readonly Section[]
  /** What is stored about a person: the answers of all modules. */
  abouts: readonly About[]
  /** What modules have on file about teachers: the answers of all modules. */
  teacherFacts: readonly TeacherFacts[]
  /** Where teachers have to be: the answers of all modules. */
  teacherTimes: readonly TeacherTimes[]
  /** Who is in the register of a school. */
  personFile: PersonFile | undefined
  /** The years whose list is frozen. */
  frozenYears: FrozenYears | undefined
  /** How schools were appraised. */
  schoolGrades: SchoolGrades | undefined
  /** What is booked at venues. */
  venueBookings: VenueBookings | undefined
  /** How modules below the workbench tell persons something. */
  tell: Tell | undefined
  newId(): string
  /** Adds facts to the audit entry that the route writes for this request. */
  note(facts: Noted): void
  /**
   * Asks for work that goes on after the reply, in this transaction: it is done if this commits. Returns the job's id;
   * undefined where one is waiting under the same key already.
   */
  enqueue(job: NewJob): Promise<string | undefined>
  /** Runs work that no person's rights decide (recounting) outside row-level security, in the same transaction. */
  asOwner<T>(work: (db: Db) => Promise<T>): Promise<T>
}
