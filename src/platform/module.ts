import type { FastifyRequest } from 'fastify'
import type { Actor } from '#shared/access.ts'
import type { About } from './about.ts'
import type { CalendarSource } from './calendar.ts'
import type { Cli, System } from './cli.ts'
import type { Context } from './context.ts'
import type { Flow } from './flow.ts'
import type { FrozenYears } from './frozen-years.ts'
import type { AnyJobKind } from './jobs/job.ts'
import type { LedgerSheet } from './ledger.ts'
import type { Measure } from './measure.ts'
import type { PersonFile } from './person-file.ts'
import type { Host } from './route.ts'
import type { Db } from './database/database.ts'
import type { SchoolGrades } from './school-grades.ts'
import type { Section } from './section.ts'
import type { SeedCity } from './seed.ts'
import type { TeacherFacts } from './teacher-facts.ts'
import type { TeacherTimes } from './teacher-times.ts'
import type { Tell } from './tell.ts'
import type { Todos } from './todo.ts'
import type { VenueBookings } from './venue-bookings.ts'

/** What a module plugs into the product. Every slot is optional. */
export interface Module {
  /** The folder's name; its Postgres schema is the same with _ for -. */
  name: string
  routes?(host: Host): void
  /** Figures counted from this module's facts; assessment collects them. */
  measures?: readonly Measure[]
  /** Sheets of the ledger that this module owns; transfer collects them, in the order of `order`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each sheet has a record type of its own
  sheets?: readonly LedgerSheet<any, any>[]
  /** Work that goes on after the reply. */
  jobs?: readonly AnyJobKind[]
  /** What waits for a person; workbench collects it. */
  todos?: readonly Todos[]
  /** What stands in calendars; bookings, which keeps the addresses of calendars, collects it. */
  calendars?: readonly CalendarSource[]
  /** What schools give to and take from one another, counted from this module's facts; assessment collects it. */
  flows?: readonly Flow[]
  /** Parts of reports; publishing puts them together. */
  sections?: readonly Section[]
  /** What this module stores about a person; identity shows it to them. */
  abouts?: readonly About[]
  /** Facts of this module that are about teachers; people shows them and moves them when two entries are one person. */
  teacherFacts?: readonly TeacherFacts[]
  /** Where teachers have to be by matters of this module; cover, which looks for one who is free, collects it. */
  teacherTimes?: readonly TeacherTimes[]
  /** people only: who is in the register of a school; identity asks whose account a teacher's is. */
  personFile?: PersonFile
  /** people only: the years whose list is frozen; organizations changes no membership that counts in them. */
  frozenYears?: FrozenYears
  /** assessment only: how schools were appraised; rotation-planning, which stands below it, reads it. */
  schoolGrades?: SchoolGrades
  /** bookings only: what is booked; venues, which stands above it, asks before it changes what bookings stand on. */
  venueBookings?: VenueBookings
  /** workbench only: tells persons what concerns them; identity, which stands below it, tells by this. */
  tell?: Tell
  /** Adds commands to the command line. */
  commands?(cli: Cli): void
  /** Writes this module's part of a made-up city (`yanzhen seed --city`), with as few statements as it has tables. */
  seed?(db: Db, city: SeedCity): Promise<void>
  /** Writes what must stand before anything else (the districts), after the migrations, at every start. */
  prepare?(ctx: Context): Promise<void>
  /** transfer only: brings in the sample cluster, marked 示例, in a transaction of its own for each ledger. */
  sample?(system: System): Promise<void>
  /** Adds to the sample cluster, once its ledgers are in, what is otherwise kept by hand. */
  sampleByHand?(ctx: Context): Promise<void>
  /**
   * identity only: makes the first accounts of a new installation, after `fill` has brought in what it starts with; the
   * lines tell whoever started it how to sign in. Not new: no lines.
   */
  welcome?(system: System, fill: () => Promise<void>): Promise<readonly string[]>
  /** Clears away what has had its time. */
  hourly?(ctx: Context): Promise<void>
  /** identity only: tells who sends a request, or undefined for a visitor. Opens a context of the system's only if it must. */
  whoIs?(request: FastifyRequest, system: System): Promise<Actor | undefined>
}
